using Kayan.Bot.Incidents;

namespace Kayan.Bot.Observability;

/// <summary>What waits, as the database had it at an instant.</summary>
/// <param name="At">The instant.</param>
/// <param name="InboxSince">The oldest message without its turn.</param>
/// <param name="OutboxSince">Since when the longest waiting message that the sender would take has been his to take.</param>
/// <param name="Handoffs">People who wait for a human.</param>
/// <param name="HandoffSince">The first of them.</param>
/// <param name="Incidents">Open ones by their kind.</param>
internal sealed record BacklogView(
    DateTimeOffset At,
    DateTimeOffset? InboxSince,
    DateTimeOffset? OutboxSince,
    int Handoffs,
    DateTimeOffset? HandoffSince,
    IReadOnlyDictionary<IncidentKind, int> Incidents);
