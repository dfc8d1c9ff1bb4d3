using Kayan.Bot.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Kayan.Bot.Tests.Deploy;

/// <summary>Secrets that containers and systemd lay down as files.</summary>
public sealed class SecretFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kayan-secrets-");

    [Fact]
    public void SecretFile_UnderItsEnvironmentName_IsTheSetting()
    {
        Write("Twilio__AuthToken", "from a file\n");

        Assert.Equal("from a file", Settings()["Twilio:AuthToken"]);
    }

    [Fact]
    public void SecretFile_AndAnEnvironmentVariable_TheVariableWins()
    {
        var name = $"KAYAN_PROBE_{Environment.ProcessId}";
        Write(name, "file");
        Write(name + "_2", "file");
        Environment.SetEnvironmentVariable(name, "variable");
        try
        {
            var settings = Settings($"--{name}_2=command line");

            Assert.Equal("variable", settings[name]);
            Assert.Equal("command line", settings[name + "_2"]);
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Fact]
    public void SecretFile_AndAppSettings_TheFileWins()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "appsettings.json"), """{ "Probe": { "A": "json", "B": "json" } }""");
        Write("Probe__A", "file");

        var settings = Settings();

        Assert.Equal("file", settings["Probe:A"]);
        Assert.Equal("json", settings["Probe:B"]);
    }

    [Fact]
    public void SecretFile_InTwoFolders_TheLaterWinsAndAnAbsentFolderIsPassedOver()
    {
        var second = _folder.CreateSubdirectory("second");
        File.WriteAllText(Path.Combine(second.FullName, "Probe__A"), "second");
        Write("Probe__A", "first");

        var builder = Builder();
        builder.AddSecretFiles(_folder.FullName, null, Path.Combine(_folder.FullName, "absent"), second.FullName);

        Assert.Equal("second", builder.Configuration["Probe:A"]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private ConfigurationManager Settings(params string[] arguments)
    {
        var builder = Builder(arguments);
        builder.AddSecretFiles(_folder.FullName);
        return builder.Configuration;
    }

    private WebApplicationBuilder Builder(params string[] arguments) => WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = ["--hostBuilder:reloadConfigOnChange=false", .. arguments],
        ContentRootPath = _folder.FullName,
    });

    private void Write(string name, string value) => File.WriteAllText(Path.Combine(_folder.FullName, name), value);
}
