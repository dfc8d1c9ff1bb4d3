using System.Globalization;
using Kayan.Bot.Storage;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>Starts a conversation, and opens it again with a new address for its socket.</summary>
internal sealed class ConversationEndpoints(
    ChatTokens tokens, ChatOrigins origins, TokenEndpoints tokenEndpoints, DirectLineAuthorization authorization, ConversationStart start, Transcript transcript)
{
    /// <summary>With a token its one conversation; with the secret a new one.</summary>
    public async Task<IResult> StartAsync(HttpContext context, CancellationToken aborted)
    {
        if (tokenEndpoints.IsSecret(context.Request))
        {
            return await BeginAsync(context, tokenEndpoints.NewVisit(origin: null), aborted);
        }

        return await authorization.AdmitAsync(context) ?? await BeginAsync(context, DirectLineAuthorization.Of(context), aborted);
    }

    public async Task<IResult> OpenAsync(HttpContext context, string? watermark, CancellationToken aborted)
    {
        var token = DirectLineAuthorization.Of(context);
        return await transcript.FindAsync(token.Visitor, aborted) is null
            ? DirectLineErrors.UnknownConversation
            : Describe(context.Request, token, Position.Parse(watermark), StatusCodes.Status200OK);
    }

    private async Task<IResult> BeginAsync(HttpContext context, ChatToken token, CancellationToken aborted)
    {
        try
        {
            var started = await start.StartAsync(token.Visitor, aborted);
            return Describe(context.Request, token, 0, started ? StatusCodes.Status201Created : StatusCodes.Status200OK);
        }
        catch (StorageUnavailableException)
        {
            return DirectLineErrors.Unavailable;
        }
    }

    private IResult Describe(HttpRequest request, ChatToken token, long watermark, int status)
    {
        if (tokens.Issue(token, TokenUse.Chat) is not { } chat || tokens.Issue(token, TokenUse.Stream) is not { } stream)
        {
            return DirectLineErrors.TokenExpired;
        }

        var id = token.Visitor.ConversationId;
        var position = watermark.ToString(CultureInfo.InvariantCulture);
        var answer = new
        {
            conversationId = id,
            token = chat,
            expires_in = (int)ChatTokens.ChatLifetime.TotalSeconds,
            streamUrl = $"{origins.SocketBase(request)}/v3/directline/conversations/{id}/stream?watermark={position}&t={stream}",
        };
        return Results.Json(answer, statusCode: status);
    }
}
