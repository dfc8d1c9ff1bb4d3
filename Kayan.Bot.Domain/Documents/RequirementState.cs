namespace Kayan.Bot.Domain.Documents;

/// <summary>Whether a required paper is there and valid on the day of submission (policy, rule 3).</summary>
public enum RequirementState
{
    /// <summary>Not handed in yet.</summary>
    Missing,

    /// <summary>Handed in, but no longer valid.</summary>
    Expired,

    /// <summary>Handed in through the service; nobody has checked it yet.</summary>
    Submitted,

    /// <summary>There and valid.</summary>
    Received,
}
