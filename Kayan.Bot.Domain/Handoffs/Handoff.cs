namespace Kayan.Bot.Domain.Handoffs;

/// <summary>A conversation that a human takes over. It has one owner at a time.</summary>
public sealed class Handoff
{
    /// <summary>Row id.</summary>
    public long Id { get; set; }

    /// <summary>The conversation; at most one open handoff each.</summary>
    public long ConversationId { get; set; }

    /// <summary>Why the bot gave up.</summary>
    public HandoffReason Reason { get; init; }

    /// <summary>How soon a human is needed.</summary>
    public Urgency Urgency { get; set; }

    /// <summary>Where it stands.</summary>
    public HandoffState State { get; private set; } = HandoffState.Waiting;

    /// <summary>When the person asked.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>The worker who took it.</summary>
    public long? OwnerId { get; private set; }

    /// <summary>When it was taken.</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    /// <summary>When it was given back to the bot or left by the person.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>How it ended, in the worker's words. Up to 500 characters.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Counts up with each change, so that of two workers who take it at once one is told.</summary>
    public int Version { get; private set; }

    /// <summary>A worker takes the conversation; from now on the bot is silent.</summary>
    /// <returns>False where it is no longer waiting.</returns>
    public bool Take(long workerId, DateTimeOffset at)
    {
        if (State != HandoffState.Waiting)
        {
            return false;
        }

        (State, OwnerId, TakenAt) = (HandoffState.Human, workerId, at);
        Version++;
        return true;
    }

    /// <summary>The owner gives the conversation back to the bot.</summary>
    /// <returns>False where somebody else owns it.</returns>
    public bool GiveBack(long workerId, string? outcome, DateTimeOffset at)
    {
        if (State != HandoffState.Human || OwnerId != workerId)
        {
            return false;
        }

        (State, ClosedAt, Outcome) = (HandoffState.Closed, at, outcome);
        Version++;
        return true;
    }

    /// <summary>The person goes back to the bot before anybody took the conversation.</summary>
    /// <returns>False where it is no longer waiting.</returns>
    public bool Leave(DateTimeOffset at)
    {
        if (State != HandoffState.Waiting)
        {
            return false;
        }

        (State, ClosedAt) = (HandoffState.Closed, at);
        Version++;
        return true;
    }
}
