using System.Reflection;

namespace Kayan.Bot.Tests.Deploy;

/// <summary>
/// What "dotnet publish" makes with the Dockerfile's own arguments, once for all tests. The configuration is the tests' own, so that
/// nothing is compiled again; deploy/release-check runs them in Release.
/// </summary>
public sealed class PublishedFolder : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kayan-published-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "app");

    public async Task InitializeAsync()
    {
        var configuration = typeof(PublishedFolder).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var arguments = Dockerfile.Load().PublishArguments
            .Select(argument => argument switch { "Release" => configuration, "/app" => Path, _ => argument });
        await Shell.MustAsync("dotnet", [.. arguments, "--no-build", "-nologo", "-v", "q"]);
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
