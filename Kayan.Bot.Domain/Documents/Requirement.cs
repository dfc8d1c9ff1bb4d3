namespace Kayan.Bot.Domain.Documents;

/// <summary>A paper that a request needs, by the name that staff gave it.</summary>
public sealed class Requirement
{
    /// <summary>Row id.</summary>
    public long Id { get; set; }

    /// <summary>The request that needs it.</summary>
    public long RequestId { get; set; }

    /// <summary>Its name for the beneficiary. Up to 200 characters.</summary>
    public required string Name { get; set; }

    /// <summary>Whether it is there.</summary>
    public RequirementState State { get; set; } = RequirementState.Missing;
}
