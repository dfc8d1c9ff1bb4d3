using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Domain.FollowUps;

/// <summary>One message that the service will send by itself: a row of the plan of a request's stage.</summary>
public sealed class FollowUp
{
    /// <summary>Row id.</summary>
    public long Id { get; set; }

    /// <summary>The request.</summary>
    public long RequestId { get; set; }

    /// <summary>The entry of the stage that it belongs to.</summary>
    public long StageEntryId { get; set; }

    /// <summary>The same, where it is loaded.</summary>
    public StageEntry? StageEntry { get; init; }

    /// <summary>The rule that made it; unique with the request and the stage entry.</summary>
    public FollowUpKind Kind { get; init; }

    /// <summary>Counts messages of the same kind in the stage, from 1.</summary>
    public int Ordinal { get; init; } = 1;

    /// <summary>Not before. Moves on when it has to wait for something other than its hour (<see cref="Defer"/>).</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Not after.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Where it stands.</summary>
    public FollowUpState State { get; private set; } = FollowUpState.Pending;

    /// <summary>When it got its final state.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Gives it its final state.</summary>
    /// <returns>False where it already has one; then nothing changes, and whoever wanted to send it must not.</returns>
    public bool Settle(FollowUpState state, DateTimeOffset at)
    {
        if (State != FollowUpState.Pending || state == FollowUpState.Pending)
        {
            return false;
        }

        (State, SettledAt) = (state, at);
        return true;
    }

    /// <summary>Not now: the person is in the middle of something. It is tried again at <paramref name="until"/>.</summary>
    /// <returns>False where it is settled or the time given is not later.</returns>
    public bool Defer(DateTimeOffset until)
    {
        if (State != FollowUpState.Pending || until <= DueAt)
        {
            return false;
        }

        DueAt = until;
        return true;
    }
}
