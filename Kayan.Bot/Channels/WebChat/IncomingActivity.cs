using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kayan.Bot.Pipeline;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>Reads an activity that a client posts. Only what a visitor may say is kept: who they are comes from the token.</summary>
internal static partial class IncomingActivity
{
    public const int MaxCharacters = 256 * 1024;

    /// <summary>256 K characters, all of them escaped as \uXXXX.</summary>
    private const int MaxBytes = MaxCharacters * 6;

    private static readonly string[] TextFields = ["text", "textFormat", "locale", "localTimezone"];
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<ReadOutcome> ReadAsync(HttpRequest request, Visitor visitor, CancellationToken cancellationToken)
    {
        return request.ContentLength > MaxBytes || await BodyAsync(request, cancellationToken) is not { } body
            ? new ReadOutcome.Refused(DirectLineErrors.TooLarge)
            : Parse(body.Span, visitor);
    }

    /// <summary>Reads an activity out of its JSON.</summary>
    public static ReadOutcome Parse(ReadOnlySpan<byte> body, Visitor visitor)
    {
        try
        {
            var json = StrictUtf8.GetString(body);
            return json.Length > MaxCharacters
                ? new ReadOutcome.Refused(DirectLineErrors.TooLarge)
                : Read(JsonNode.Parse(json, documentOptions: Strict) as JsonObject, visitor);
        }
        catch (Exception refused) when (refused is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            return new ReadOutcome.Refused(DirectLineErrors.Malformed);
        }
    }

    private static ReadOutcome Read(JsonObject? posted, Visitor visitor)
    {
        if (posted is null)
        {
            return new ReadOutcome.Refused(DirectLineErrors.Malformed);
        }

        if (posted["type"] is not JsonValue type)
        {
            return new ReadOutcome.Refused(DirectLineErrors.MissingType);
        }

        return type.GetValue<string>() switch
        {
            ActivityTypes.Message => Message(posted, visitor),
            ActivityTypes.Typing => new ReadOutcome.Ignored(),
            _ => new ReadOutcome.Refused(DirectLineErrors.Malformed), // events reach the bot from the service only
        };
    }

    private static ReadOutcome.Message Message(JsonObject posted, Visitor visitor)
    {
        var kept = new JsonObject { ["type"] = ActivityTypes.Message };
        foreach (var field in TextFields)
        {
            if (posted[field] is { } value)
            {
                kept[field] = value.GetValue<string>().Replace("\0", "", StringComparison.Ordinal);
            }
        }

        if (posted["localTimestamp"] is JsonValue at && DateTimeOffset.TryParse(at.GetValue<string>(), out _))
        {
            kept["localTimestamp"] = at.DeepClone();
        }

        if (posted["entities"] is JsonArray entities && entities.All(entity => entity is JsonObject))
        {
            kept["entities"] = entities.DeepClone();
        }

        kept["value"] = posted["value"]?.DeepClone();
        kept["channelData"] = (posted["channelData"] as JsonObject)?.DeepClone();
        kept["channelId"] = Channel;
        kept["from"] = new JsonObject { ["id"] = visitor.UserId, ["role"] = "user" };
        kept["conversation"] = new JsonObject { ["id"] = visitor.ConversationId };
        return new ReadOutcome.Message(ActivityJson.Read(kept.ToJsonString()), ExternalId(posted, visitor));
    }

    public const string Channel = "webchat";

    /// <summary>A message that the client sends again keeps its clientActivityID, so that it is taken once.</summary>
    private static string ExternalId(JsonObject posted, Visitor visitor)
    {
        var own = (posted["channelData"] as JsonObject)?["clientActivityID"] is JsonValue id && id.TryGetValue<string>(out var text) ? text : null;
        return own switch
        {
            null or "" => $"{visitor.ConversationId}:{Guid.CreateVersion7():N}",
            _ when PlainId().IsMatch(own) && visitor.ConversationId.Length + own.Length < 96 => $"{visitor.ConversationId}:{own}",
            _ => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{visitor.ConversationId}:{own}"))),
        };
    }

    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            var tooLarge = read.Buffer.Length > MaxBytes;
            if (tooLarge || read.IsCompleted)
            {
                ReadOnlyMemory<byte>? body = tooLarge ? null : read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    [GeneratedRegex(@"\A[\w.-]+\z", RegexOptions.ECMAScript)]
    private static partial Regex PlainId();
}
