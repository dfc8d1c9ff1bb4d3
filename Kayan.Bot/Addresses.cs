namespace Kayan.Bot;

/// <summary>Where the service listens, and what there is to open.</summary>
internal static partial class Addresses
{
    private const string Default = "http://localhost:5080";

    /// <summary><see cref="Default"/> unless ASPNETCORE_URLS, --urls or the configuration say otherwise.</summary>
    public static IHostApplicationBuilder AddAddresses(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(Default);
        }

        return builder;
    }

    /// <summary>In Development: tells the developer the pages, once they can be opened.</summary>
    public static void AnnounceAddresses(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            return;
        }

        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var root = app.Urls.First().TrimEnd('/');
            LogAddresses(app.Logger, $"{root}/", $"{root}/simulator", $"{root}/console", $"{root}/jobs");
        });
    }

    [LoggerMessage(LogLevel.Information, "Open: site {Site} · phone simulator {Simulator} · staff console {Console} · jobs {Jobs}")]
    private static partial void LogAddresses(ILogger logger, string site, string simulator, string console, string jobs);
}
