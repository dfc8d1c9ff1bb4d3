using System.Data.Common;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Storage;

namespace Kayan.Bot.Pipeline;

/// <summary>The lease of a conversation and its oldest message, as statements of one write unit.</summary>
internal static class TurnClaim
{
    /// <summary>Takes the lease if it is free and the conversation has something to handle; null otherwise.</summary>
    public static PendingTurn? Take(WriteBatch batch, long conversationId, DateTimeOffset now, TimeSpan lease)
    {
        if (Oldest(batch, conversationId, 0, now) is not { } waiting)
        {
            return null;
        }

        return TakeLease(batch, conversationId, now, lease)
            ? waiting with { LeaseToken = (long)batch.Scalar("SELECT Token FROM ConversationLeases WHERE ConversationId = @p0", conversationId)! }
            : null;
    }

    /// <summary>Takes the lease if nobody holds it. Where two processes make its row at once, the database refuses one, which then finds it taken.</summary>
    public static bool TakeLease(WriteBatch batch, long conversationId, DateTimeOffset now, TimeSpan lease) =>
        batch.Execute(
            "UPDATE ConversationLeases SET Token = Token + 1, Until = @p1 WHERE ConversationId = @p0 AND Until <= @p2",
            conversationId, now + lease, now) == 1
        || batch.Execute(
            """
            INSERT INTO ConversationLeases (ConversationId, Token, Until) SELECT @p0, 1, @p1
            WHERE NOT EXISTS (SELECT 1 FROM ConversationLeases WHERE ConversationId = @p0)
            """,
            conversationId, now + lease) == 1;

    /// <summary>Goes on to the next message under the same lease, or releases it and gives null.</summary>
    public static PendingTurn? NextOrRelease(WriteBatch batch, long conversationId, long token, DateTimeOffset now, TimeSpan lease)
    {
        var next = Oldest(batch, conversationId, token, now);
        batch.Execute(
            "UPDATE ConversationLeases SET Until = @p2 WHERE ConversationId = @p0 AND Token = @p1",
            conversationId, token, next is null ? DateTimeOffset.UnixEpoch : now + lease);
        return next;
    }

    /// <summary>Whether the lease is still ours: another owner would have counted the token up.</summary>
    public static bool Holds(WriteBatch batch, long conversationId, long token) =>
        batch.Scalar("SELECT 1 FROM ConversationLeases WHERE ConversationId = @p0 AND Token = @p1", conversationId, token) is not null;

    private static PendingTurn? Oldest(WriteBatch batch, long conversationId, long token, DateTimeOffset now)
    {
        using var row = batch.Command(
            """
            SELECT m.Id, i.Attempts, i.RetryAt, m.Author, m.Activity, m.At, c.Channel, c.Address, c.Language, c.State, c.StateVersion,
                   (SELECT h.State FROM Handoffs h WHERE h.ConversationId = c.Id AND h.State IN ('Waiting', 'Human')),
                   p.Id, p.Gender, i.TraceParent
            FROM InboxMessages i
            JOIN Messages m ON m.Id = i.MessageId
            JOIN Conversations c ON c.Id = i.ConversationId
            LEFT JOIN Addresses a ON a.Value = c.Address AND c.Channel <> 'WebChat'
            LEFT JOIN Addresses u ON u.Value = c.ExternalUserId
            LEFT JOIN People p ON p.Id = COALESCE(a.PersonId, u.PersonId)
            WHERE i.ConversationId = @p0 AND i.HandledAt IS NULL
            ORDER BY i.MessageId LIMIT 1
            """,
            conversationId).ExecuteReader();
        return row.Read() && (row.IsDBNull(2) || batch.Instant(row, 2) <= now) ? Read(batch, row, conversationId, token) : null;
    }

    private static PendingTurn Read(WriteBatch batch, DbDataReader row, long conversationId, long token) => new()
    {
        ConversationId = conversationId,
        LeaseToken = token,
        MessageId = row.GetInt64(0),
        Attempts = row.GetInt32(1),
        Author = Enum.Parse<Author>(row.GetString(3)),
        Activity = row.GetString(4),
        At = batch.Instant(row, 5),
        Channel = Enum.Parse<ChannelKind>(row.GetString(6)),
        Address = row.GetString(7),
        Language = row.GetString(8),
        State = row.IsDBNull(9) ? null : row.GetString(9),
        StateVersion = row.GetInt64(10),
        Handoff = row.IsDBNull(11) ? null : Enum.Parse<HandoffState>(row.GetString(11)),
        PersonId = row.IsDBNull(12) ? null : row.GetInt64(12),
        Gender = row.IsDBNull(13) ? Gender.Unknown : Enum.Parse<Gender>(row.GetString(13)),
        TraceParent = row.IsDBNull(14) ? null : row.GetString(14),
    };
}
