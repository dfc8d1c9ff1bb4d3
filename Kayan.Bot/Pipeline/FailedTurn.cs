using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Storage;
using Kayan.Bot.Texts;
using Microsoft.Bot.Builder;

namespace Kayan.Bot.Pipeline;

/// <summary>The end of a message whose turn failed too often: the person gets one kind sentence and a human gets the conversation.</summary>
internal static class FailedTurn
{
    public static void GiveToHuman(WriteBatch batch, PendingTurn turn, DateTimeOffset now)
    {
        batch.Execute("UPDATE InboxMessages SET HandledAt = @p1, Attempts = Attempts + 1 WHERE MessageId = @p0", turn.MessageId, now);
        batch.Execute(
            """
            INSERT INTO Handoffs (ConversationId, Reason, Urgency, State, RequestedAt, Version)
            SELECT @p0, 'Failure', 'High', 'Waiting', @p1, 0
            WHERE NOT EXISTS (SELECT 1 FROM Handoffs WHERE ConversationId = @p0 AND State IN ('Waiting', 'Human'))
            """,
            turn.ConversationId, now);
        if (turn.Author == Author.Person)
        {
            var activity = MessageFactory.Text(ServiceTexts.TurnFailed(turn.Language, turn.MessageId));
            OutboxRow.Insert(batch, turn, activity, ActivityJson.Write(activity), MessageClass.Reply, now);
        }
    }
}
