using Microsoft.Extensions.Options;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>
/// Where files may be fetched from: the API, which asks for our credentials, and the stores that it redirects to, which must not get
/// them. Everything else is refused, whoever names it.
/// </summary>
internal sealed class MediaHosts(IOptions<TwilioOptions> options)
{
    private const string Api = "https://api.twilio.com";

    /// <summary>The store of accounts whose files need no sign-in, with its bucket in the path or in the host.</summary>
    private const string PublicStore = "s3-external-1.amazonaws.com";
    private const string Bucket = "media.twiliocdn.com";

    private readonly Uri _base = new(options.Value.BaseUrl);
    private readonly string _account = $"/2010-04-01/Accounts/{options.Value.AccountSid}/";

    /// <summary>Whether our credentials belong there: the API itself, below our own account.</summary>
    public bool TakesCredentials(Uri address) =>
        (Origin(address) == Api || Origin(address) == Origin(_base))
        && address.UserInfo.Length == 0
        && address.AbsolutePath.StartsWith(_account, StringComparison.Ordinal);

    /// <summary>Whether a redirect may lead there.</summary>
    public bool MayLeadTo(Uri address) => TakesCredentials(address) || IsStore(address) || (_base.IsLoopback && IsBesideBase(address));

    private static bool IsStore(Uri address) =>
        address is { Scheme: "https", IsDefaultPort: true, UserInfo.Length: 0, HostNameType: UriHostNameType.Dns }
        && (address.Host.EndsWith(".twilio.com", StringComparison.Ordinal)
            || address.Host.EndsWith(".twiliocdn.com", StringComparison.Ordinal)
            || (address.Host.StartsWith(Bucket + ".s3", StringComparison.Ordinal) && address.Host.EndsWith(".amazonaws.com", StringComparison.Ordinal))
            || (address.Host == PublicStore && address.AbsolutePath.StartsWith($"/{Bucket}/", StringComparison.Ordinal)));

    /// <summary>An API on this machine, as in development, keeps its files on this machine.</summary>
    private bool IsBesideBase(Uri address) =>
        address.Scheme == _base.Scheme && address.Host == _base.Host && address.UserInfo.Length == 0;

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
