using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>
/// Gives out tokens: to pages of the allowed sites without a secret, a few a minute for each network; to other servers for the
/// secret. A browser that comes back gets one for the same conversation.
/// </summary>
internal sealed class TokenEndpoints(
    ChatTokens tokens, ChatOrigins origins, ChatLimits limits, VisitCookie visit, IOptions<WebChatOptions> options, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public Task<IResult> GenerateAsync(HttpContext context, CancellationToken aborted) =>
        context.Request.Headers.Authorization.Count > 0 ? ForServerAsync(context, aborted) : ForPageAsync(context);

    public IResult Refresh(HttpContext context) => Grant(DirectLineAuthorization.Of(context));

    public IResult End(HttpContext context)
    {
        visit.Clear(context);
        return Results.NoContent();
    }

    public bool IsSecret(HttpRequest request) =>
        options.Value.Secret is { } secret && DirectLineAuthorization.Bearer(request) is { } given
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(secret));

    public ChatToken NewVisit(string? origin, Visitor? visitor = null) => new(visitor ?? Visitor.New(), origin, time.GetUtcNow());

    private async Task<IResult> ForPageAsync(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (origin.Length == 0 || !origins.Allows(context.Request, origin))
        {
            return DirectLineErrors.WrongOrigin;
        }

        if (!limits.MayBegin(context.Connection.RemoteIpAddress))
        {
            return DirectLineErrors.TooMany;
        }

        if (!origins.IsOwn(context.Request, origin))
        {
            return Grant(NewVisit(origin)); // its cookies are not ours to set
        }

        var token = await visit.ResumeAsync(context, origin) ?? NewVisit(origin);
        visit.Keep(context, token);
        return Grant(token);
    }

    private async Task<IResult> ForServerAsync(HttpContext context, CancellationToken aborted)
    {
        if (!IsSecret(context.Request))
        {
            return DirectLineErrors.WrongSecret;
        }

        TokenParameters? parameters = null;
        try
        {
            if (context.Request.ContentLength is > 0 and < 16_384)
            {
                parameters = await context.Request.ReadFromJsonAsync<TokenParameters>(Json, aborted);
            }
        }
        catch (JsonException)
        {
            return DirectLineErrors.Malformed;
        }

        var user = parameters?.User?.Id;
        return user is not null && Visitor.Parse(user) is null
            ? DirectLineErrors.Malformed
            : Grant(NewVisit(parameters?.TrustedOrigins is [var origin, ..] ? origin : null, Visitor.Parse(user)));
    }

    private IResult Grant(ChatToken token) =>
        tokens.Issue(token, TokenUse.Chat) is { } text
            ? Results.Json(new
            {
                conversationId = token.Visitor.ConversationId,
                token = text,
                expires_in = (int)ChatTokens.ChatLifetime.TotalSeconds,
            })
            : DirectLineErrors.TokenExpired;

    private sealed record TokenParameters(TokenUser? User, IReadOnlyList<string>? TrustedOrigins);

    private sealed record TokenUser(string? Id);
}
