using Microsoft.Extensions.Options;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>
/// Lets a browser come back to its conversation after a reload or a long pause. A script cannot read it, and it goes when the
/// browser is closed, so that the next user of a shared computer does not find the chat.
/// </summary>
internal sealed class VisitCookie(ChatTokens tokens, IOptions<WebChatOptions> options)
{
    private const string Name = "kayan-visit";

    public async Task<ChatToken?> ResumeAsync(HttpContext context, string origin) =>
        await tokens.CheckAsync(context.Request.Cookies[Name], TokenUse.Visit) is TokenCheck.Valid { Token: var token }
            ? token with { Origin = origin }
            : null;

    public void Keep(HttpContext context, ChatToken token)
    {
        if (tokens.Issue(token, TokenUse.Visit) is { } text)
        {
            context.Response.Cookies.Append(Name, text, Settings(context));
        }
    }

    public void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Settings(context));

    /// <summary>In the frame of another site a cookie survives only as a secure one of that site's own partition.</summary>
    private CookieOptions Settings(HttpContext context)
    {
        var secure = context.Request.IsHttps || options.Value.PublicBaseUrl?.Scheme == "https";
        var cookie = new CookieOptions
        {
            HttpOnly = true,
            Secure = secure,
            SameSite = secure ? SameSiteMode.None : SameSiteMode.Lax,
            Path = "/v3/directline",
            IsEssential = true,
        };
        if (secure)
        {
            cookie.Extensions.Add("Partitioned");
        }

        return cookie;
    }
}
