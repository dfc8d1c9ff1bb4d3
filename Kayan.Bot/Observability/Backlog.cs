using Kayan.Bot.Channels;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Incidents;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Observability;

/// <summary>Asks the database what waits. Every question is answered by an index that holds only what is still to be done.</summary>
internal sealed class Backlog(KayanDbContext db, QuietHours quiet, IEnumerable<IChannel> channels, TimeProvider time)
{
    public async Task<BacklogView> ReadAsync(CancellationToken cancellationToken)
    {
        var handoffs = await db.Handoffs.Where(h => h.State == HandoffState.Waiting)
            .GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Since = all.Min(h => h.RequestedAt) })
            .ToListAsync(cancellationToken);
        return new BacklogView(
            time.GetUtcNow(),
            await InboxSinceAsync(cancellationToken),
            await OutboxSinceAsync(cancellationToken),
            handoffs.Sum(all => all.Count),
            handoffs.Count > 0 ? handoffs[0].Since : null,
            await IncidentsAsync(cancellationToken));
    }

    public Task<DateTimeOffset?> InboxSinceAsync(CancellationToken cancellationToken) =>
        db.InboxMessages.Where(m => m.HandledAt == null).MinAsync(m => (DateTimeOffset?)m.ReceivedAt, cancellationToken);

    /// <summary>
    /// Since when the longest waiting message that the sender would take now has been his to take: it is due, its hour is there, and
    /// nothing of its conversation goes before it. What the night held back counts from the morning on.
    /// </summary>
    public async Task<DateTimeOffset?> OutboxSinceAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var least = Outbox.LeastPriority(quiet, now);
        var kinds = channels.Select(channel => channel.Kind).ToList();
        // The state is looked at below: beside another condition on it the filter of the index would not stand in the query word for word.
        var open = db.OpenOutboxMessages;
        var oldest = await open
            .Where(m => kinds.Contains(m.Channel) && m.Priority <= least && m.DueAt <= now && m.ExpiresAt > now)
            .Where(m => !open.Any(e => e.ConversationId == m.ConversationId && e.MessageId < m.MessageId && e.Priority <= m.Priority))
            .GroupBy(m => new { m.State, m.Class })
            .Select(alike => new { alike.Key.State, alike.Key.Class, DueAt = alike.Min(m => m.DueAt) })
            .ToListAsync(cancellationToken);
        return oldest
            .Where(alike => alike.State == OutboxState.Pending)
            .Min(alike => (DateTimeOffset?)Later(alike.DueAt, AllowedSince(alike.Class, now)));
    }

    public Task<Dictionary<IncidentKind, int>> IncidentsAsync(CancellationToken cancellationToken) =>
        db.Incidents.Where(i => i.ClosedAt == null).GroupBy(i => i.Kind).Select(alike => new { Kind = alike.Key, Count = alike.Count() })
            .ToDictionaryAsync(alike => alike.Kind, alike => alike.Count, cancellationToken);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    /// <summary>The beginning of today's hours for a class that may go now; of a class without hours, long ago.</summary>
    private DateTimeOffset AllowedSince(MessageClass messageClass, DateTimeOffset now)
    {
        var midnight = RiyadhTime.At(RiyadhTime.DateOf(now), TimeOnly.MinValue);
        var opened = quiet.NextAllowed(messageClass, midnight);
        return opened == midnight ? DateTimeOffset.MinValue : opened;
    }
}
