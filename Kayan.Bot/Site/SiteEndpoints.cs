using System.Security.Cryptography;
using Kayan.Bot.Channels.WebChat;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Site;

/// <summary>The site page, the chat page and their files, each with the headers that bind it to this service.</summary>
internal sealed class SiteEndpoints(SiteAssets assets, WebChatBundle bundle, IOptions<WebChatOptions> options)
{
    private const string Forever = "public, max-age=31536000, immutable";
    /// <summary>The hash of nothing: Web Chat adds a style element that is empty and has no nonce.</summary>
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
    private const string AnHour = "public, max-age=3600";

    public IResult Home(HttpContext context)
    {
        Harden(context.Response, "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        return Html(assets.Page("index.html"));
    }

    public IResult Chat(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var ancestors = string.Join(' ', options.Value.AllowedOrigins.Prepend("'self'"));
        Harden(context.Response, $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}' {EmptyStyle}; img-src 'self' blob: data:; "
            + $"connect-src 'self' blob: {Sockets(context.Request)}; worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}");
        return Html(bundle.IsPresent
            ? assets.Page("chat.html").Replace("{{nonce}}", nonce, StringComparison.Ordinal)
            : assets.Page("chat-missing.html"));
    }

    /// <summary>Other sites keep this address, so that it is looked at again after an hour.</summary>
    public IResult Bubble(HttpContext context) => Asset(context, assets.Find("bubble.js")!, AnHour);

    public IResult File(HttpContext context, string name, string? v) =>
        assets.Find(name) is { } asset ? Asset(context, asset, v == asset.Version ? Forever : AnHour) : Results.NotFound();

    public IResult Bundle(HttpContext context, string? v)
    {
        if (!bundle.IsPresent)
        {
            return Results.NotFound();
        }

        var (path, encoding) = bundle.For(context.Request.Headers.AcceptEncoding.ToString());
        Describe(context.Response, encoding, v == bundle.Version ? Forever : AnHour);
        return Results.File(path, "text/javascript; charset=utf-8");
    }

    private static IResult Asset(HttpContext context, SiteAsset asset, string cache)
    {
        var brotli = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.OrdinalIgnoreCase);
        Describe(context.Response, brotli ? "br" : null, cache);
        return Results.Bytes(brotli ? asset.Brotli : asset.Content, asset.ContentType);
    }

    private static void Describe(HttpResponse response, string? encoding, string cache)
    {
        response.Headers.CacheControl = cache;
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.XContentTypeOptions = "nosniff";
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }
    }

    private static void Harden(HttpResponse response, string policy)
    {
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        response.Headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        response.Headers.CacheControl = "no-store";
    }

    private static IResult Html(string page) => Results.Text(page, "text/html; charset=utf-8");

    /// <summary>Older browsers do not count a socket to the same host as 'self'.</summary>
    private string Sockets(HttpRequest request)
    {
        var authority = options.Value.PublicBaseUrl?.Authority ?? request.Host.Value;
        return options.Value.PublicBaseUrl?.Scheme == "https" || request.IsHttps ? $"wss://{authority}" : $"ws://{authority} wss://{authority}";
    }
}
