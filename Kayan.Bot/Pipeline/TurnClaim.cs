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

        var taken = batch.Execute(
            """
            INSERT INTO ConversationLeases (ConversationId, Token, Until) VALUES (@p0, 1, @p1)
            ON CONFLICT (ConversationId) DO UPDATE SET Token = Token + 1, Until = @p1 WHERE Until <= @p2
            """,
            conversationId, (now + lease).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds());
        return taken == 1
            ? waiting with { LeaseToken = (long)batch.Scalar("SELECT Token FROM ConversationLeases WHERE ConversationId = @p0", conversationId)! }
            : null;
    }

    /// <summary>Goes on to the next message under the same lease, or releases it and gives null.</summary>
    public static PendingTurn? NextOrRelease(WriteBatch batch, long conversationId, long token, DateTimeOffset now, TimeSpan lease)
    {
        var next = Oldest(batch, conversationId, token, now);
        batch.Execute(
            "UPDATE ConversationLeases SET Until = @p2 WHERE ConversationId = @p0 AND Token = @p1",
            conversationId, token, next is null ? 0 : (now + lease).ToUnixTimeMilliseconds());
        return next;
    }

    /// <summary>Whether the lease is still ours: another owner would have counted the token up.</summary>
    public static bool Holds(WriteBatch batch, long conversationId, long token) =>
        batch.Scalar("SELECT 1 FROM ConversationLeases WHERE ConversationId = @p0 AND Token = @p1", conversationId, token) is not null;

    private static PendingTurn? Oldest(WriteBatch batch, long conversationId, long token, DateTimeOffset now)
    {
        using var row = batch.Command(
            """
            SELECT i.Id, i.Attempts, i.RetryAt, m.Id, m.Author, m.Activity, m.At, c.Channel, c.Address, c.Language, c.State, c.StateVersion,
                   (SELECT h.State FROM Handoffs h WHERE h.ConversationId = c.Id AND h.State IN ('Waiting', 'Human')),
                   p.Id, p.Gender
            FROM InboxMessages i
            JOIN Messages m ON m.Id = i.MessageId
            JOIN Conversations c ON c.Id = i.ConversationId
            LEFT JOIN Addresses a ON a.Value = c.Address AND c.Channel <> 'WebChat'
            LEFT JOIN Addresses u ON u.Value = c.ExternalUserId
            LEFT JOIN People p ON p.Id = COALESCE(a.PersonId, u.PersonId)
            WHERE i.ConversationId = @p0 AND i.HandledAt IS NULL
            ORDER BY i.Id LIMIT 1
            """,
            conversationId).ExecuteReader();
        return row.Read() && (row.IsDBNull(2) || row.GetInt64(2) <= now.ToUnixTimeMilliseconds()) ? Read(row, conversationId, token) : null;
    }

    private static PendingTurn Read(DbDataReader row, long conversationId, long token) => new()
    {
        ConversationId = conversationId,
        LeaseToken = token,
        InboxId = row.GetInt64(0),
        Attempts = row.GetInt32(1),
        MessageId = row.GetInt64(3),
        Author = Enum.Parse<Author>(row.GetString(4)),
        Activity = row.GetString(5),
        At = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
        Channel = Enum.Parse<ChannelKind>(row.GetString(7)),
        Address = row.GetString(8),
        Language = row.GetString(9),
        State = row.IsDBNull(10) ? null : row.GetString(10),
        StateVersion = row.GetInt64(11),
        Handoff = row.IsDBNull(12) ? null : Enum.Parse<HandoffState>(row.GetString(12)),
        PersonId = row.IsDBNull(13) ? null : row.GetInt64(13),
        Gender = row.IsDBNull(14) ? Gender.Unknown : Enum.Parse<Gender>(row.GetString(14)),
    };
}
