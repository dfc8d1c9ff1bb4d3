using Kayan.Bot.Channels;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Handoffs;
using Kayan.Bot.Storage;

namespace Kayan.Bot.Pipeline;

/// <summary>A message that a sender has in hand.</summary>
internal sealed record OutboxClaim(
    Guid Id,
    long ConversationId,
    ChannelKind Channel,
    string To,
    string Activity,
    string Words,
    int Attempts,
    DateTimeOffset FirstTriedAt,
    DateTimeOffset ClaimedAt,
    bool InWindow,
    string Language,
    bool IsCode,
    string? TraceParent)
{
    /// <summary>
    /// The states in which a message is still to be dealt with, as the partial indexes have them. A query that names one of these states
    /// names the list too: SQLite takes a partial index only where its filter stands in the query word for word.
    /// </summary>
    public const string Open = "('Pending', 'Claimed', 'Ambiguous')";

    private const string Columns =
        """
        SELECT o.Id, o.ConversationId, o.Channel, o.Recipient, m.Activity, o.Attempts, o.FirstTriedAt, c.LastInboundAt, c.Language, o.Class, o.RefusedSid, m.Text,
               o.TraceParent
        FROM OutboxMessages o JOIN Messages m ON m.Id = o.MessageId JOIN Conversations c ON c.Id = o.ConversationId
        """;

    /// <summary>Too old to be of use.</summary>
    public static int Expire(WriteBatch batch, DateTimeOffset now)
    {
        batch.Execute(
            $"""
            UPDATE Messages SET Activity = '{OutboxRow.Forgotten}' WHERE Id IN (
                SELECT MessageId FROM OutboxMessages
                WHERE State = 'Pending' AND State IN {Open} AND ExpiresAt <= @p0 AND Class = 'Code')
            """,
            now);
        return batch.Execute($"UPDATE OutboxMessages SET State = 'Expired' WHERE State = 'Pending' AND State IN {Open} AND ExpiresAt <= @p0", now);
    }

    /// <summary>
    /// Claims what is due on a channel, what somebody waits for first, and at most one message a conversation, so that they leave in the
    /// order in which they were written. Only news that waits, for example for the morning, is passed by what is more urgent.
    /// </summary>
    /// <param name="batch">The write unit that runs.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="limit">So many at most.</param>
    /// <param name="least">The least urgent priority that may go at this hour (<see cref="Outbox.Priority"/>).</param>
    /// <param name="now">The time.</param>
    /// <param name="claim">How long they are held.</param>
    public static List<OutboxClaim> Take(WriteBatch batch, ChannelKind channel, int limit, int least, DateTimeOffset now, TimeSpan claim)
    {
        var due = Read(
            batch,
            Columns + $"""

            WHERE o.State = 'Pending' AND o.State IN {Open} AND o.Channel = @p2 AND o.Priority <= @p3 AND o.DueAt <= @p0 AND o.ExpiresAt > @p0 AND NOT EXISTS (
                SELECT 1 FROM OutboxMessages e
                WHERE e.ConversationId = o.ConversationId AND e.MessageId < o.MessageId AND e.Priority <= o.Priority AND e.State IN {Open})
            ORDER BY o.Priority, o.DueAt LIMIT @p1
            """,
            now, now, limit, channel.ToString(), least);
        return due.FindAll(message => Mark(batch, message, now, claim));
    }

    /// <summary>Claims the conversation's next message, if it may go now.</summary>
    public static OutboxClaim? TakeNext(WriteBatch batch, long conversationId, int least, DateTimeOffset now, TimeSpan claim)
    {
        var next = Read(
            batch,
            Columns + $"""

            WHERE o.State = 'Pending' AND o.DueAt <= @p0 AND o.ExpiresAt > @p0 AND o.Priority <= @p2 AND o.Id = (
                SELECT e.Id FROM OutboxMessages e WHERE e.ConversationId = @p1 AND e.State IN {Open} ORDER BY e.Priority, e.MessageId LIMIT 1)
            """,
            now, now, conversationId, least).SingleOrDefault();
        return next is not null && Mark(batch, next, now, claim) ? next : null;
    }

    /// <summary>
    /// The ambiguous sends that are to be looked up now. A claim that ran out is one: its sender is gone, the message may or
    /// may not have left; it first waits <paramref name="grace"/> for a callback.
    /// </summary>
    public static List<OutboxClaim> TakeAmbiguous(WriteBatch batch, DateTimeOffset now, TimeSpan grace)
    {
        batch.Execute(
            $"UPDATE OutboxMessages SET State = 'Ambiguous', DueAt = @p1 WHERE State = 'Claimed' AND State IN {Open} AND DueAt <= @p0",
            now, now + grace);
        var due = Read(
            batch, Columns + $" WHERE o.State = 'Ambiguous' AND o.State IN {Open} AND o.DueAt <= @p0 ORDER BY o.DueAt, o.MessageId LIMIT 100", now, now);
        // Another process leaves it alone while this one asks the provider.
        return due.FindAll(message => batch.Execute(
            "UPDATE OutboxMessages SET DueAt = @p1 WHERE Id = @p0 AND State = 'Ambiguous' AND DueAt <= @p2", message.Id, now + grace, now) == 1);
    }

    public OutgoingMessage ToOutgoing() => new(Id, To, Activity, InWindow, Language);

    // Another process may have been quicker since it was read.
    private static bool Mark(WriteBatch batch, OutboxClaim message, DateTimeOffset now, TimeSpan claim) => batch.Execute(
        """
        UPDATE OutboxMessages SET State = 'Claimed', Attempts = Attempts + 1, DueAt = @p1, FirstTriedAt = COALESCE(FirstTriedAt, @p2)
        WHERE Id = @p0 AND State = 'Pending'
        """,
        message.Id, now + claim, now) == 1;

    private static List<OutboxClaim> Read(WriteBatch batch, string sql, DateTimeOffset now, params ReadOnlySpan<object?> values)
    {
        var claims = new List<OutboxClaim>();
        using var row = batch.Command(sql, values).ExecuteReader();
        while (row.Read())
        {
            claims.Add(new OutboxClaim(
                row.GetGuid(0),
                row.GetInt64(1),
                Enum.Parse<ChannelKind>(row.GetString(2)),
                row.GetString(3),
                row.GetString(4),
                row.IsDBNull(11) ? "" : row.GetString(11),
                row.GetInt32(5),
                row.IsDBNull(6) ? now : batch.Instant(row, 6),
                now,
                !row.IsDBNull(7) && now - batch.Instant(row, 7) < SessionWindow.Length && row.IsDBNull(10),
                row.GetString(8),
                row.GetString(9) == nameof(MessageClass.Code),
                row.IsDBNull(12) ? null : row.GetString(12)));
        }

        return claims;
    }
}
