using Kayan.Bot.Channels.Twilio;

namespace Kayan.Bot.Simulator;

/// <summary>The account of the simulator. Nothing here is secret: it exists in Development only.</summary>
internal static class SimulatorAccount
{
    public const string Sid = "AC00000000000000000000000000000000";
    public const string AuthToken = "development-only";
    public const string WhatsAppFrom = "+966110000000";
    public const string SmsFrom = "KAYAN";

    /// <summary>Where the simulator stands in for Twilio's REST API.</summary>
    public const string ApiPath = "/simulator/twilio";

    /// <summary>Settings for a developer's machine; whatever is configured replaces them.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="urls">The addresses that the service listens on.</param>
    public static void Use(TwilioOptions options, string? urls)
    {
        var here = Here(urls);
        options.AccountSid = Sid;
        options.AuthToken = AuthToken;
        options.PublicBaseUrl = here;
        options.BaseUrl = here + ApiPath;
        options.WhatsAppFrom = WhatsAppFrom;
        options.SmsFrom = SmsFrom;
        options.ContentBaseUrl = here + ApiPath;
    }

    /// <summary>An address of this service for itself: "http://+:5080" and the like listen everywhere, also on localhost.</summary>
    private static string Here(string? urls)
    {
        var first = (urls ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .OrderBy(url => url.StartsWith("https", StringComparison.OrdinalIgnoreCase))
            .FirstOrDefault("http://localhost:5080");
        foreach (var everywhere in (string[])["//+", "//*", "//0.0.0.0", "//[::]"])
        {
            first = first.Replace(everywhere, "//localhost", StringComparison.Ordinal);
        }

        return first.TrimEnd('/');
    }
}
