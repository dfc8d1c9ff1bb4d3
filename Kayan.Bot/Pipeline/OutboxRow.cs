using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Storage;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Pipeline;

/// <summary>What is said, as statements of a write unit.</summary>
internal static class OutboxRow
{
    /// <summary>What is left of the activity of a one-time code.</summary>
    public const string Forgotten = """{"type":"message"}""";

    public static void Forget(WriteBatch batch, Guid id) => batch.Execute(
        $"UPDATE Messages SET Activity = '{Forgotten}' WHERE Id = (SELECT MessageId FROM OutboxMessages WHERE Id = @p0)",
        id);

    public static void Insert(WriteBatch batch, PendingTurn turn, Activity activity, string json, MessageClass messageClass, DateTimeOffset now)
    {
        var id = batch.Insert(
            "INSERT INTO Messages (ConversationId, Author, Text, Activity, At) VALUES (@p0, 'Bot', @p1, @p2, @p3)",
            turn.ConversationId, activity.Text, json, now);
        if (turn.Channel == ChannelKind.WebChat)
        {
            return;
        }

        var times = (now, now, now + Outbox.Life(messageClass));
        Queue(batch, turn.ConversationId, id, turn.Channel, turn.Address, messageClass, times, null, turn.TraceParent);
    }

    /// <summary>Puts a message that stands in its conversation before the sender.</summary>
    /// <param name="batch">The write unit that runs.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="channel">How it goes.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="messageClass">What it is.</param>
    /// <param name="times">Now, not before, and not after.</param>
    /// <param name="fallbackOf">The message that did not arrive and that it stands for.</param>
    /// <param name="traceParent">The context of the step that writes it.</param>
    public static int Queue(
        WriteBatch batch, long conversationId, long messageId, ChannelKind channel, string to, MessageClass messageClass,
        (DateTimeOffset Now, DateTimeOffset Due, DateTimeOffset Expires) times, Guid? fallbackOf, string? traceParent) => batch.Execute(
        """
        INSERT INTO OutboxMessages
            (Id, ConversationId, MessageId, Channel, Recipient, Class, Priority, State, Attempts, DueAt, ExpiresAt, Delivery, CreatedAt, FallbackOf,
             TraceParent)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, 'Pending', 0, @p7, @p8, 'None', @p9, @p10, @p11)
        """,
        Guid.CreateVersion7(), conversationId, messageId, channel.ToString(), to, messageClass.ToString(), Outbox.Priority(messageClass),
        times.Due, times.Expires, times.Now,
        fallbackOf, traceParent);
}
