namespace Kayan.Bot.Domain.Requests;

/// <summary>One arrow between stages, as the policy wants it in the case file: who, when and why.</summary>
public sealed class StageEntry
{
    /// <summary>Row id.</summary>
    public long Id { get; set; }

    /// <summary>The request that moved.</summary>
    public long RequestId { get; set; }

    /// <summary>The stage it left; null for the receipt.</summary>
    public RequestStage? From { get; init; }

    /// <summary>The stage it entered.</summary>
    public RequestStage Stage { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who: a staff user name, an API key name, or "bot".</summary>
    public required string By { get; init; }

    /// <summary>Why, in words that can be told to the person. Up to 500 characters.</summary>
    public string? Reason { get; init; }
}
