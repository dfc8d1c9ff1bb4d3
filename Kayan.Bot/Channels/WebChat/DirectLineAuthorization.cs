using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>
/// Lets a request in whose token is valid, given to the site that uses it, and for the conversation in the path. Another's
/// conversation looks like one that does not exist.
/// </summary>
internal sealed class DirectLineAuthorization(ChatTokens tokens, ChatOrigins origins) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await AdmitAsync(context.HttpContext) is { } refusal ? refusal : await next(context);

    /// <summary>Null when the request may go on; its <see cref="ChatToken"/> is then a feature of it.</summary>
    public async Task<IResult?> AdmitAsync(HttpContext context)
    {
        var check = await tokens.CheckAsync(Bearer(context.Request), TokenUse.Chat);
        if (check is not TokenCheck.Valid { Token: var token })
        {
            return check is TokenCheck.Expired ? DirectLineErrors.TokenExpired : DirectLineErrors.Unauthorized;
        }

        if (!IsAtHome(context.Request, token, origins))
        {
            return DirectLineErrors.WrongOrigin;
        }

        if (context.Request.RouteValues["conversationId"] is string asked && asked != token.Visitor.ConversationId)
        {
            return DirectLineErrors.UnknownConversation;
        }

        context.Features.Set(token);
        return null;
    }

    /// <summary>The token of an admitted request.</summary>
    public static ChatToken Of(HttpContext context) => context.Features.GetRequiredFeature<ChatToken>();

    /// <summary>A browser names its site in every request that crosses sites and in every POST; other programs name none.</summary>
    public static bool IsAtHome(HttpRequest request, ChatToken token, ChatOrigins origins) =>
        request.Headers.Origin.ToString() is not { Length: > 0 } origin
        || (origins.Allows(request, origin) && (token.Origin is null || string.Equals(token.Origin, origin, StringComparison.OrdinalIgnoreCase)));

    public static string? Bearer(HttpRequest request) =>
        request.Headers[HeaderNames.Authorization].ToString() is { } value && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? value[Scheme.Length..].Trim()
            : null;
}
