using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Storage;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Pipeline;

/// <summary>What the bot says in its own conversation, as statements of the turn's write unit.</summary>
internal static class OutboxRow
{
    /// <summary>What is left of the activity of a one-time code.</summary>
    public const string Forgotten = """{"type":"message"}""";

    public static void Forget(WriteBatch batch, Guid id) => batch.Execute(
        $"UPDATE Messages SET Activity = '{Forgotten}' WHERE Id = (SELECT MessageId FROM OutboxMessages WHERE Id = @p0)",
        OutboxId.Text(id));

    public static void Insert(WriteBatch batch, PendingTurn turn, Activity activity, string json, MessageClass messageClass, DateTimeOffset now)
    {
        var id = batch.Insert(
            "INSERT INTO Messages (ConversationId, Author, Text, Activity, At) VALUES (@p0, 'Bot', @p1, @p2, @p3)",
            turn.ConversationId, activity.Text, json, now.ToUnixTimeMilliseconds());
        if (turn.Channel == ChannelKind.WebChat)
        {
            return;
        }

        batch.Execute(
            """
            INSERT INTO OutboxMessages (Id, ConversationId, MessageId, Channel, "To", Class, Priority, State, Attempts, DueAt, ExpiresAt, Delivery, CreatedAt)
            VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p8, 'Pending', 0, @p6, @p7, 'None', @p6)
            """,
            OutboxId.Text(Guid.CreateVersion7()), turn.ConversationId, id, turn.Channel.ToString(), turn.Address, messageClass.ToString(),
            now.ToUnixTimeMilliseconds(), (now + Outbox.Life(messageClass)).ToUnixTimeMilliseconds(), Outbox.Priority(messageClass));
    }
}
