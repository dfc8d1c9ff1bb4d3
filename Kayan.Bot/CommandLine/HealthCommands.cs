using System.CommandLine;

namespace Kayan.Bot.CommandLine;

/// <summary>Asks a running service how it is, where there is no curl: in a container, in the installer.</summary>
internal static class HealthCommands
{
    private const string Default = "http://localhost:5080";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static Command Create()
    {
        var url = new Option<string?>("--url") { Description = "The service's address. Default: the first of ASPNETCORE_URLS." };
        var ready = new Option<bool>("--ready") { Description = "Asks whether it can take and handle messages, not only whether it runs." };
        var health = new Command("health", "Exit code 0 when the running service is well, 1 when it is not.") { url, ready };
        health.SetAction((parsed, cancellation) => AskAsync(Address(parsed.GetValue(url), parsed.GetValue(ready)), cancellation));
        return health;
    }

    /// <summary>An address to listen on may stand for every interface; one to ask may not.</summary>
    internal static Uri Address(string? url, bool ready)
    {
        var listening = url ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS");
        var first = string.IsNullOrWhiteSpace(listening) ? Default : listening.Split(';', StringSplitOptions.TrimEntries)[0];
        foreach (var every in (string[])["://+", "://*", "://0.0.0.0", "://[::]"])
        {
            first = first.Replace(every, "://127.0.0.1", StringComparison.Ordinal);
        }

        return new Uri(new Uri(first.TrimEnd('/') + '/'), ready ? "health/ready" : "health/live");
    }

    private static async Task<int> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await http.GetAsync(address, cancellationToken);
            await System.Console.Out.WriteLineAsync(await response.Content.ReadAsStringAsync(cancellationToken));
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException)
        {
            await System.Console.Error.WriteLineAsync($"No answer from {address}.");
            return 1;
        }
    }
}
