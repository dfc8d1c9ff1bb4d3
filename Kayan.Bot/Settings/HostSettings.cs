namespace Kayan.Bot.Settings;

/// <summary>What is read without an options class.</summary>
internal static class HostSettings
{
    public static SettingsSection Section { get; } = new(
        "Host",
        "The process and its database",
        [
            new("ASPNETCORE_ENVIRONMENT", "Production, or Development with demo data, the simulator and a demo key.", "Production")
            {
                Proposed = "Production",
            },
            new("ASPNETCORE_URLS", "Where to listen; behind a proxy a loopback address.", "http://localhost:5080")
            {
                Proposed = "http://127.0.0.1:5080",
            },
            new(
                "ASPNETCORE_FORWARDEDHEADERS_ENABLED",
                "To be true behind a proxy that sets X-Forwarded-For and X-Forwarded-Proto, and only there. "
                    + "Limits for one address count for the visitor's then, not for the proxy's.",
                "false")
            {
                Proposed = "true",
            },
            new(
                "ConnectionStrings:Kayan",
                "The database: a file for SQLite, a connection string for a server. With a password in it, it belongs among the secrets.",
                "Data Source=data/kayan.db")
            {
                IsSecret = true,
                Proposed = "Data Source=/var/lib/kayan-bot/kayan.db",
            },
            new("OTEL_EXPORTER_OTLP_ENDPOINT", "Where traces and figures are sent, by the name that other programs use; Observability:OtlpEndpoint goes before it.", "none"),
            new("Logging:LogLevel:Default", "How much is logged: Trace, Debug, Information, Warning, Error.", "Information"),
            new("Seed:Demo", "Development only: whether an empty database gets invented people and requests.", "true"),
        ]);
}
