using System.ComponentModel.DataAnnotations;
using System.Net.Http.Headers;
using System.Text;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>The account at Twilio and the public address that it reaches us by (section "Twilio").</summary>
internal sealed class TwilioOptions
{
    public const string Section = "Twilio";

    /// <summary>"AC" and 32 hex digits. Webhooks of other accounts are refused.</summary>
    [Required(ErrorMessage = "is missing")]
    [RegularExpression("^AC[0-9a-f]{32}$", ErrorMessage = "must be AC and 32 hex digits")]
    public string AccountSid { get; set; } = "";

    /// <summary>The account's auth token. While it is rotated: several, separated by commas; the first one is used for sending.</summary>
    [Required(ErrorMessage = "is missing")]
    public string AuthToken { get; set; } = "";

    /// <summary>
    /// Scheme, host, port and path prefix of this service exactly as configured at Twilio, for example https://bot.example.org.
    /// Signatures are checked against it, so it must not be guessed from the request.
    /// </summary>
    [Required(ErrorMessage = "is missing")]
    [RegularExpression("^https?://[^/?#@_\\s]+(/[^?#\\s]*)?$", ErrorMessage = "must be an http(s) address without query, user and underscores in the host")]
    public string PublicBaseUrl { get; set; } = "";

    /// <summary>Twilio's REST API. Default https://api.twilio.com.</summary>
    [Required(ErrorMessage = "is missing")]
    [Url(ErrorMessage = "must be an http(s) address")]
    public string BaseUrl { get; set; } = "https://api.twilio.com";

    /// <summary>The WhatsApp sender, E.164.</summary>
    [Required(ErrorMessage = "is missing")]
    [RegularExpression("^\\+[1-9][0-9]{6,14}$", ErrorMessage = "must be a phone number like +966112345678")]
    public string WhatsAppFrom { get; set; } = "";

    /// <summary>The SMS sender, E.164 or a registered name of at most 11 letters. Empty: the messaging service, or no SMS at all.</summary>
    [RegularExpression("^(\\+[1-9][0-9]{6,14}|[A-Za-z0-9 &-]{3,11})$", ErrorMessage = "must be a phone number or a sender name")]
    public string? SmsFrom { get; set; }

    /// <summary>"MG" and 32 hex digits; sends the SMS when <see cref="SmsFrom"/> is empty.</summary>
    [RegularExpression("^MG[0-9a-f]{32}$", ErrorMessage = "must be MG and 32 hex digits")]
    public string? MessagingServiceSid { get; set; }

    /// <summary>Twilio's Content API, for the templates. Default https://content.twilio.com.</summary>
    [Required(ErrorMessage = "is missing")]
    [Url(ErrorMessage = "must be an http(s) address")]
    public string ContentBaseUrl { get; set; } = "https://content.twilio.com";

    /// <summary>Messages a second that the WhatsApp sender may send; Twilio's limit is 80 unless raised. Of several nodes each its share. Default 80.</summary>
    [Range(1, 2000, ErrorMessage = "must be between 1 and 2000")]
    public int WhatsAppPerSecond { get; set; } = 80;

    /// <summary>Parts of text messages a second that the SMS sender may send. Of several nodes each its share. Default 10.</summary>
    [Range(1, 2000, ErrorMessage = "must be between 1 and 2000")]
    public int SmsPerSecond { get; set; } = 10;

    /// <summary>How long a connection to Twilio may take. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00", ErrorMessage = "must be between 50 ms and a minute")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a request to Twilio may take in all. Default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:02:00", ErrorMessage = "must be between 50 ms and two minutes")]
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The wait before another try when the account or a sender is not set up right. Default 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "must be between a second and a day")]
    public TimeSpan ConfigurationRetry { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How we sign in to Twilio's APIs.</summary>
    public AuthenticationHeaderValue Credentials =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{AccountSid}:{AuthTokens[0]}")));

    public IReadOnlyList<string> AuthTokens => AuthToken.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
