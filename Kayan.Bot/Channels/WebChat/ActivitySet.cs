using System.Text.Json.Nodes;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>A stretch of a conversation as clients read it.</summary>
/// <param name="Activities">In the order of the conversation.</param>
/// <param name="Position">Where the next stretch begins.</param>
/// <param name="More">There may be more right now.</param>
/// <param name="AwaitsAnswer">The last line is the person's.</param>
internal sealed record ActivitySet(IReadOnlyList<JsonObject> Activities, Position Position, bool More, bool AwaitsAnswer)
{
    public JsonObject ToJson() => new()
    {
        ["activities"] = new JsonArray([.. Activities]),
        ["watermark"] = Position.Watermark,
    };
}
