using Kayan.Bot.Pipeline;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>Opens a socket for the address that was given out with the conversation. Browsers send no header there: the token is in it.</summary>
internal sealed class StreamEndpoint(
    ChatTokens tokens,
    ChatOrigins origins,
    Transcript transcript,
    SocketRegistry sockets,
    ConversationFeed feed,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<StreamEndpoint> logger)
{
    public async Task OpenAsync(HttpContext context)
    {
        if (await AdmitAsync(context) is { Error: { } refusal })
        {
            await refusal.ExecuteAsync(context);
        }
    }

    private async Task<Admission> AdmitAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return new(DirectLineErrors.NotASocket);
        }

        var check = await tokens.CheckAsync(context.Request.Query["t"], TokenUse.Stream);
        if (check is not TokenCheck.Valid { Token: var token })
        {
            return new(check is TokenCheck.Expired ? DirectLineErrors.TokenExpired : DirectLineErrors.Unauthorized);
        }

        if (!DirectLineAuthorization.IsAtHome(context.Request, token, origins))
        {
            return new(DirectLineErrors.WrongOrigin);
        }

        return (string?)context.Request.RouteValues["conversationId"] == token.Visitor.ConversationId
            && await transcript.FindAsync(token.Visitor, context.RequestAborted) is { } conversation
            ? await ServeAsync(context, conversation)
            : new(DirectLineErrors.UnknownConversation);
    }

    private async Task<Admission> ServeAsync(HttpContext context, OpenConversation conversation)
    {
        using var accepted = await context.WebSockets.AcceptWebSocketAsync();
        var socket = new ActivitySocket(accepted, conversation, transcript, feed, time, logger);
        if (!sockets.TryAdd(socket, out var replaced))
        {
            return default; // the client polls or comes back later
        }

        replaced?.Close();
        try
        {
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping, context.RequestAborted);
            await socket.RunAsync(Position.Parse(context.Request.Query["watermark"]), stopping.Token);
        }
        finally
        {
            sockets.Remove(socket);
        }

        return default;
    }

    private readonly record struct Admission(IResult? Error);
}
