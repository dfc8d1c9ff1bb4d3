using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.KeyPerFile;
using Microsoft.Extensions.FileProviders;

namespace Kayan.Bot.Settings;

internal static class SettingsExtensions
{
    // Where containers and systemd lay a service's secrets.
    private static readonly string?[] SecretFolders = ["/run/secrets", Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY")];

    /// <summary>
    /// Secrets as files: the file Twilio__AuthToken is the setting Twilio:AuthToken. Environment variables and the command line win over
    /// them, appsettings.json does not. Under systemd the service also says when it is ready.
    /// </summary>
    public static IHostApplicationBuilder AddSettings(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSystemd();
        return builder.AddSecretFiles(SecretFolders);
    }

    /// <param name="builder">Whose settings.</param>
    /// <param name="folders">Later ones win; those that are not there are passed over.</param>
    internal static IHostApplicationBuilder AddSecretFiles(this IHostApplicationBuilder builder, params IEnumerable<string?> folders)
    {
        var sources = builder.Configuration.Sources;
        foreach (var folder in folders.Where(Directory.Exists))
        {
            var files = new KeyPerFileConfigurationSource { FileProvider = new PhysicalFileProvider(folder!), Optional = true };
            sources.Insert(BeforeEnvironment(sources), files);
        }

        return builder;
    }

    private static int BeforeEnvironment(IList<IConfigurationSource> sources)
    {
        var environment = sources.FirstOrDefault(source => source is EnvironmentVariablesConfigurationSource { Prefix: null or "" });
        return environment is null ? sources.Count : sources.IndexOf(environment);
    }
}
