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

    /// <summary>The rule that made it; unique with the request and the stage entry.</summary>
    public FollowUpKind Kind { get; init; }

    /// <summary>Counts reminders of the same kind, from 1.</summary>
    public int Ordinal { get; init; } = 1;

    /// <summary>Not before.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Where it stands.</summary>
    public FollowUpState State { get; set; } = FollowUpState.Pending;

    /// <summary>When it got its final state.</summary>
    public DateTimeOffset? SettledAt { get; set; }
}
