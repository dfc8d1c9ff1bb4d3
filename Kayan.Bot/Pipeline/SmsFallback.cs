using Kayan.Bot.Channels;
using Kayan.Bot.Dialogs;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Storage;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Pipeline;

/// <summary>
/// What WhatsApp did not take or bring goes out as a text message, once. Not the bot's answers: whoever just wrote on WhatsApp is
/// there, and an answer out of its place only confuses.
/// </summary>
internal sealed class SmsFallback(IEnumerable<IChannel> channels, QuietHours quiet)
{
    private readonly bool _isSetUp = channels.Any(channel => channel is { Kind: ChannelKind.Sms, IsSetUp: true });

    /// <summary>Writes the text message beside the WhatsApp message that failed, in the same transaction. Does nothing the second time.</summary>
    public int Insert(WriteBatch batch, Guid failed, DateTimeOffset now)
    {
        if (!_isSetUp || Read(batch, failed) is not { } message || now >= message.ExpiresAt)
        {
            return 0;
        }

        var activity = ActivityJson.Read(message.Activity);
        var words = MessageForms.Of(activity).Sms ?? activity.Text;
        if (string.IsNullOrWhiteSpace(words))
        {
            return 0;
        }

        var conversation = Conversation(batch, message.To, message.Language, now);
        var id = batch.Insert(
            "INSERT INTO Messages (ConversationId, Author, WorkerId, Text, Activity, At) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)",
            conversation, message.Author, message.WorkerId, words, ActivityJson.Write(new Activity(ActivityTypes.Message) { Text = words }),
            now);
        return OutboxRow.Queue(
            batch, conversation, id, ChannelKind.Sms, message.To, message.Class,
            (now, quiet.NextAllowed(message.Class, now), message.ExpiresAt), failed, message.TraceParent);
    }

    private static Failed? Read(WriteBatch batch, Guid failed)
    {
        using var row = batch.Command(
            """
            SELECT o.Recipient, o.Class, o.ExpiresAt, m.Activity, m.Author, m.WorkerId, c.Language, o.TraceParent
            FROM OutboxMessages o JOIN Messages m ON m.Id = o.MessageId JOIN Conversations c ON c.Id = o.ConversationId
            WHERE o.Id = @p0 AND o.Channel = 'WhatsApp' AND o.Recipient LIKE '+%' AND NOT (o.Class = 'Reply' AND m.Author = 'Bot')
              AND NOT EXISTS (SELECT 1 FROM OutboxMessages f WHERE f.FallbackOf = o.Id)
            """,
            failed).ExecuteReader();
        return !row.Read() ? null : new(
            row.GetString(0), Enum.Parse<MessageClass>(row.GetString(1)), batch.Instant(row, 2), row.GetString(3),
            row.GetString(4), row.IsDBNull(5) ? null : row.GetInt64(5), row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7));
    }

    private static long Conversation(WriteBatch batch, string phone, string language, DateTimeOffset now) =>
        batch.Scalar("SELECT Id FROM Conversations WHERE Address = @p0 AND Channel = 'Sms'", phone) is long known
            ? known
            : ConversationRow.Insert(batch, ChannelKind.Sms, phone, language, null, now);

    private sealed record Failed(
        string To, MessageClass Class, DateTimeOffset ExpiresAt, string Activity, string Author, long? WorkerId, string Language, string? TraceParent);
}
