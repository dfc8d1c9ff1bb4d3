using System.Globalization;
using Kayan.Bot.Dialogs;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Storage;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Pipeline;

/// <summary>
/// The one transaction of a turn: the inbox message is handled, the state counts up, the bot's tracked changes and its words
/// are written, and the next message is read under the same lease. Refused as a whole when the lease or the state is not ours.
/// </summary>
internal sealed class TurnCommit(
    PendingTurn turn,
    IReadOnlyList<(Activity Activity, string Json)> said,
    TurnState state,
    CurrentConversation current,
    KayanDbContext db,
    DateTimeOffset now,
    TimeSpan lease)
{
    /// <summary>Conversations other than this one that the turn wrote to, for example the phone that gets a code.</summary>
    public IReadOnlyCollection<long> OtherConversations { get; private set; } = [];

    public PendingTurn? Run(WriteBatch batch)
    {
        if (!TurnClaim.Holds(batch, turn.ConversationId, turn.LeaseToken) || !TakeState(batch) || !TakeMessage(batch))
        {
            throw new TurnOvertakenException();
        }

        var messageClass = current.MessageClass ?? (turn.Author == Author.Person ? MessageClass.Reply : MessageClass.Service);
        foreach (var (activity, json) in said)
        {
            OutboxRow.Insert(batch, turn, activity, json, messageClass, now);
        }

        SaveTracked(batch);
        return TurnClaim.NextOrRelease(batch, turn.ConversationId, turn.LeaseToken, now, lease);
    }

    public static string ActivityId(long id) => id.ToString(CultureInfo.InvariantCulture);

    public static string ChannelId(ChannelKind channel) => channel switch
    {
        ChannelKind.WhatsApp => "whatsapp",
        ChannelKind.Sms => "sms",
        _ => "webchat",
    };

    private bool TakeState(WriteBatch batch) => batch.Execute(
        """
        UPDATE Conversations SET State = @p2, StateVersion = StateVersion + 1, Language = @p3, LastInboundAt = COALESCE(@p4, LastInboundAt)
        WHERE Id = @p0 AND StateVersion = @p1
        """,
        turn.ConversationId, turn.StateVersion, state.ToJson() ?? turn.State, current.Language,
        turn.Author == Author.Person ? turn.At : null) == 1;

    private bool TakeMessage(WriteBatch batch) => batch.Execute(
        "UPDATE InboxMessages SET HandledAt = @p1 WHERE MessageId = @p0 AND HandledAt IS NULL",
        turn.MessageId, now) == 1;

    private void SaveTracked(WriteBatch batch)
    {
        if (!db.HasChanges)
        {
            return;
        }

        try
        {
            WriteQueue.SaveChanges(db, batch);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new TurnOvertakenException();
        }

        batch.WhenCommitted(() => OtherConversations = db.ChangeTracker.Entries<Message>().Select(e => e.Entity.ConversationId).Distinct().ToList());
    }
}
