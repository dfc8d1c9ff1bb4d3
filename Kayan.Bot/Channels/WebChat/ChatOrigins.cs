using Microsoft.Extensions.Options;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>Which sites may use the chat: the service's own and those that are configured.</summary>
internal sealed class ChatOrigins(IOptions<WebChatOptions> options)
{
    private readonly HashSet<string> _configured = options.Value.AllowedOrigins
        .Select(origin => origin.TrimEnd('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public IReadOnlySet<string> Configured => _configured;

    public bool Allows(HttpRequest request, string origin) => IsOwn(request, origin) || _configured.Contains(origin);

    /// <summary>The scheme is left out of it: behind a proxy that ends TLS the request does not know its own.</summary>
    public bool IsOwn(HttpRequest request, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var site)
        && site.Scheme is "http" or "https"
        && string.Equals(site.Authority, options.Value.PublicBaseUrl?.Authority ?? Authority(request), StringComparison.OrdinalIgnoreCase);

    /// <summary>The address of this service for WebSockets, as the browser sees it.</summary>
    public string SocketBase(HttpRequest request)
    {
        var (scheme, authority) = options.Value.PublicBaseUrl is { } url ? (url.Scheme, url.Authority) : (request.Scheme, request.Host.Value);
        return $"{(scheme == "https" ? "wss" : "ws")}://{authority}";
    }

    private static string? Authority(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host.Value}", UriKind.Absolute, out var own) ? own.Authority : null;
}
