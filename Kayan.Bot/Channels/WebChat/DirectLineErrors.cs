namespace Kayan.Bot.Channels.WebChat;

/// <summary>
/// Refusals in the shape that Direct Line clients know. 403 is kept for what makes directlinejs ask for a new token: another 403
/// sends it into a loop of reconnections.
/// </summary>
internal static class DirectLineErrors
{
    public static IResult Unauthorized { get; } = Error(401, "Unauthorized", "A valid token is required.");

    public static IResult TokenExpired { get; } = Error(403, "TokenExpired", "The token has expired.");

    public static IResult WrongSecret { get; } = Error(403, "Forbidden", "The secret is not valid.");

    public static IResult WrongOrigin { get; } = Error(403, "OriginNotAllowed", "This site may not use the chat.");

    public static IResult UnknownConversation { get; } = Error(404, "ConversationNotFound", "There is no such conversation.");

    public static IResult NotFound { get; } = Error(404, "NotFound", "There is nothing at this address.");

    public static IResult Malformed { get; } = Error(400, "BadArgument", "The body is not a valid activity.");

    public static IResult MissingType { get; } = Error(400, "MissingProperty", "The activity has no type.");

    public static IResult TooLarge { get; } = Error(413, "MessageSizeTooBig", "The activity is larger than 256 K characters.");

    public static IResult FileTooLarge { get; } = Error(413, "FileTooBig", "Files of a message have at most 16 MB together.");

    public static IResult FileTypeNotTaken { get; } = Error(415, "FileTypeNotSupported", "Photos, PDF documents and voice notes are taken.");

    public static IResult TooSlow { get; } = Error(408, "RequestTimeout", "The files did not come within five minutes; send them again.");

    public static IResult NotASocket { get; } = Error(400, "WebSocketExpected", "This address is for WebSockets.");

    public static IResult TooMany { get; } = Error(429, "TooManyRequests", "Too many requests; try again in a minute.");

    public static IResult Unavailable { get; } = Error(503, "ServiceUnavailable", "The message was not stored; send it again.");

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, statusCode: status);
}
