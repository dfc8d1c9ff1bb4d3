using System.ComponentModel.DataAnnotations;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>Settings of the website chat, section "WebChat".</summary>
internal sealed class WebChatOptions
{
    public const string Section = "WebChat";

    private const int MinSecret = 32;

    /// <summary>Signs the visitors' tokens; at least 32 characters. No default; Development keeps its own under data/.</summary>
    public string SigningKey { get; set; } = "";

    /// <summary>Direct Line secret for other servers that ask for tokens. Default: none, so that no server can.</summary>
    public string? Secret { get; set; }

    /// <summary>Other sites that may show the chat, for example "https://www.kayan.org.sa". Default: none but the service itself.</summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>The service's own address as browsers see it, if a proxy hides it. Default: what the request says.</summary>
    public Uri? PublicBaseUrl { get; set; }

    /// <summary>How long a visitor's conversation can be continued, counted from its start. Default: 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:30:00", "30.00:00:00")]
    public TimeSpan VisitLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Tokens a minute for one network address; many phones share one. Default: 60.</summary>
    [Range(1, 100_000)]
    public int TokensPerMinute { get; set; } = 60;

    /// <summary>Messages a minute in one conversation. Default: 120.</summary>
    [Range(1, 1_000_000)]
    public int MessagesPerMinute { get; set; } = 120;

    /// <summary>Open sockets of the whole process; polling still works beyond. Default: 5,000.</summary>
    [Range(1, 1_000_000)]
    public int MaxSockets { get; set; } = 5_000;

    public bool HasSigningKey() => SigningKey.Length >= MinSecret;

    public bool HasStrongSecretOrNone() => Secret is null or { Length: >= MinSecret };
}
