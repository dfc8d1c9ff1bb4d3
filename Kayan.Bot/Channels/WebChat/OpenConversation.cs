using System.Globalization;
using System.Text.Json.Nodes;
using Kayan.Bot.Pipeline;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>A conversation on file, and how its lines look on the wire.</summary>
internal sealed record OpenConversation(long RowId, string Language, Visitor Visitor)
{
    private const int MinDigits = 7;

    public string ActivityId(long messageId) => ActivityId(Visitor, messageId);

    public static string ActivityId(Visitor visitor, long messageId) =>
        $"{visitor.ConversationId}|{messageId.ToString(CultureInfo.InvariantCulture).PadLeft(MinDigits, '0')}";

    /// <summary>The activity as kept, under the ids and names that clients may see.</summary>
    public JsonObject Show(long messageId, Author author, JsonObject activity, DateTimeOffset timestamp)
    {
        activity["id"] = ActivityId(messageId);
        activity["timestamp"] = Wire(timestamp);
        activity["channelId"] = IncomingActivity.Channel;
        activity["conversation"] = new JsonObject { ["id"] = Visitor.ConversationId };
        activity["from"] = From(author);
        if (author == Author.Person && activity["attachments"] is JsonArray files)
        {
            activity["attachments"] = new JsonArray([.. files.OfType<JsonObject>().Select(Named)]);
        }

        activity.Remove("recipient");
        activity.Remove("serviceUrl");
        if (activity["replyToId"] is JsonValue replyTo && replyTo.TryGetValue<string>(out var id) && long.TryParse(id, out var replied))
        {
            activity["replyToId"] = ActivityId(replied);
        }

        return activity;
    }

    /// <summary>Shown while the bot has something to answer; kept nowhere.</summary>
    public JsonObject Typing(Position position) => new()
    {
        ["type"] = "typing",
        ["id"] = $"{ActivityId(position.MessageId)}-typing",
        ["timestamp"] = Wire(position.LastTimestamp),
        ["channelId"] = IncomingActivity.Channel,
        ["conversation"] = new JsonObject { ["id"] = Visitor.ConversationId },
        ["from"] = From(Author.Bot),
    };

    /// <summary>Visitors see that their file arrived; the file itself is for the staff.</summary>
    private static JsonNode Named(JsonObject file) =>
        new JsonObject { ["contentType"] = "application/octet-stream", ["name"] = file["name"]?.DeepClone() };

    private static string Wire(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private JsonObject From(Author author) => author switch
    {
        Author.Person => new() { ["id"] = Visitor.UserId, ["role"] = "user" },
        Author.Worker => new() { ["id"] = "kayan-worker", ["name"] = WebChatTexts.Worker(Language), ["role"] = "bot" },
        _ => new() { ["id"] = "kayan", ["name"] = WebChatTexts.Bot(Language), ["role"] = "bot" },
    };
}
