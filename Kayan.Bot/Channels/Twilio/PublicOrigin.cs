namespace Kayan.Bot.Channels.Twilio;

/// <summary>The forms in which Twilio may have signed our public address.</summary>
internal static class PublicOrigin
{
    /// <summary>
    /// Without a port and with one (the default one where none is given), the host as written and in lower case: what
    /// Twilio's own library accepts. String work only: <see cref="Uri"/> would normalise what was signed unnormalised.
    /// </summary>
    public static IReadOnlyList<string> Variants(string baseUrl)
    {
        var schemeEnd = baseUrl.IndexOf("://", StringComparison.Ordinal) + 3;
        var scheme = baseUrl[..schemeEnd];
        var slash = baseUrl.IndexOf('/', schemeEnd);
        var authority = slash < 0 ? baseUrl[schemeEnd..] : baseUrl[schemeEnd..slash];
        var path = slash < 0 ? "" : baseUrl[slash..].TrimEnd('/');
        var colon = authority.IndexOf(':', authority.LastIndexOf(']') + 1);
        var host = colon < 0 ? authority : authority[..colon];
        var port = colon >= 0 ? authority[colon..] : scheme.Equals("https://", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
        string[] hosts = [host, Lower(host)];
        string[] ports = colon < 0 ? ["", port] : [port, ""];
        return [.. hosts.SelectMany(h => ports.Select(p => scheme + h + p + path)).Distinct()];
    }

#pragma warning disable CA1308 // Host names are lower-cased by everyone who signs them.
    private static string Lower(string host) => host.ToLowerInvariant();
#pragma warning restore CA1308
}
