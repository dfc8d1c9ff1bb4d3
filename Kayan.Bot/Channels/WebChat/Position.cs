using System.Globalization;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>
/// How far a client has read. The watermark is the id of the last message seen; "0", nothing, or what we never issued means from
/// the beginning, because losing a line is worse than showing it again under the same id.
/// </summary>
/// <param name="MessageId">The last message seen.</param>
/// <param name="LastTimestamp">The time shown on it: the next one has to be later, since clients sort by it.</param>
internal readonly record struct Position(long MessageId, DateTimeOffset LastTimestamp)
{
    public string Watermark => MessageId.ToString(CultureInfo.InvariantCulture);

    public static long Parse(string? watermark) =>
        long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
