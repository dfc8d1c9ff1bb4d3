using System.Data.Common;
using System.Globalization;
using Kayan.Bot.Channels;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Incidents;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;

namespace Kayan.Bot.Observability;

/// <summary>
/// Asks the database what waits. Every question is answered by an index that holds only what is still to be done. Not by Entity
/// Framework: the first question of a start is whether the service is ready, and its model is only being built then.
/// </summary>
internal sealed class Backlog(DatabaseProvider provider, QuietHours quiet, IEnumerable<IChannel> channels, TimeProvider time)
{
    private readonly string _channels = string.Join(", ", channels.Select(channel => $"'{channel.Kind}'"));

    public Task<BacklogView> ReadAsync(CancellationToken cancellationToken) => AskAsync(ReadAsync, cancellationToken);

    public Task<DateTimeOffset?> InboxSinceAsync(CancellationToken cancellationToken) => AskAsync(InboxSinceAsync, cancellationToken);

    /// <summary>
    /// Since when the longest waiting message that the sender would take now has been his to take: it is due, its hour is there, and
    /// nothing of its conversation goes before it. What the night held back counts from the morning on.
    /// </summary>
    public Task<DateTimeOffset?> OutboxSinceAsync(CancellationToken cancellationToken) => AskAsync(OutboxSinceAsync, cancellationToken);

    /// <summary>What only a person can put right and has not, by its kind.</summary>
    public Task<Dictionary<IncidentKind, int>> IncidentsAsync(CancellationToken cancellationToken) => AskAsync(IncidentsAsync, cancellationToken);

    /// <summary>All of it over one connection.</summary>
    public async Task<BacklogView> ReadAsync(SqlSession session, CancellationToken cancellationToken)
    {
        var (handoffs, handoffSince) = await HandoffsAsync(session, cancellationToken);
        return new BacklogView(
            time.GetUtcNow(),
            await InboxSinceAsync(session, cancellationToken),
            await OutboxSinceAsync(session, cancellationToken),
            handoffs,
            handoffSince,
            await IncidentsAsync(session, cancellationToken));
    }

    private async Task<T> AskAsync<T>(Func<SqlSession, CancellationToken, Task<T>> question, CancellationToken cancellationToken)
    {
        using var session = await provider.OpenToReadAsync(cancellationToken);
        return await question(session, cancellationToken);
    }

    private static async Task<DateTimeOffset?> InboxSinceAsync(SqlSession session, CancellationToken cancellationToken)
    {
        await using var row = await session.Command("SELECT MIN(ReceivedAt) FROM InboxMessages WHERE HandledAt IS NULL")
            .ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? Instant(session, row, 0) : null;
    }

    private async Task<DateTimeOffset?> OutboxSinceAsync(SqlSession session, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var row = await session.Command(
            $"""
            SELECT o.Class, MIN(o.DueAt) FROM OutboxMessages o
            WHERE o.State = 'Pending' AND o.State IN {OutboxClaim.Open}
              AND o.Channel IN ({_channels}) AND o.Priority <= @p1 AND o.DueAt <= @p0 AND o.ExpiresAt > @p0 AND NOT EXISTS (
                SELECT 1 FROM OutboxMessages e
                WHERE e.ConversationId = o.ConversationId AND e.MessageId < o.MessageId AND e.Priority <= o.Priority AND e.State IN {OutboxClaim.Open})
            GROUP BY o.Class
            """,
            now, Outbox.LeastPriority(quiet, now)).ExecuteReaderAsync(cancellationToken);
        DateTimeOffset? since = null;
        while (await row.ReadAsync(cancellationToken))
        {
            var mayGo = Later(session.Instant(row, 1), AllowedSince(Enum.Parse<MessageClass>(row.GetString(0)), now));
            since = since < mayGo ? since : mayGo;
        }

        return since;
    }

    private static async Task<(int Count, DateTimeOffset? Since)> HandoffsAsync(SqlSession session, CancellationToken cancellationToken)
    {
        await using var row = await session.Command("SELECT COUNT(*), MIN(RequestedAt) FROM Handoffs WHERE State = 'Waiting'")
            .ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? (Count(row, 0), Instant(session, row, 1)) : (0, null);
    }

    private static async Task<Dictionary<IncidentKind, int>> IncidentsAsync(SqlSession session, CancellationToken cancellationToken)
    {
        await using var row = await session.Command("SELECT Kind, COUNT(*) FROM Incidents WHERE ClosedAt IS NULL GROUP BY Kind")
            .ExecuteReaderAsync(cancellationToken);
        Dictionary<IncidentKind, int> open = [];
        while (await row.ReadAsync(cancellationToken))
        {
            open.Add(Enum.Parse<IncidentKind>(row.GetString(0)), Count(row, 1));
        }

        return open;
    }

    private static DateTimeOffset? Instant(SqlSession session, DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : session.Instant(row, column);

    // A count is 32 bits wide on SQL Server and 64 on the others.
    private static int Count(DbDataReader row, int column) => Convert.ToInt32(row.GetValue(column), CultureInfo.InvariantCulture);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    /// <summary>The beginning of today's hours for a class that may go now; of a class without hours, long ago.</summary>
    private DateTimeOffset AllowedSince(MessageClass messageClass, DateTimeOffset now)
    {
        var midnight = RiyadhTime.At(RiyadhTime.DateOf(now), TimeOnly.MinValue);
        var opened = quiet.NextAllowed(messageClass, midnight);
        return opened == midnight ? DateTimeOffset.MinValue : opened;
    }
}
