namespace Kayan.Bot.Domain.People;

/// <summary>A beneficiary: a guardian, a member of a foster family (أسرة كافلة) or an older orphan.</summary>
public sealed class Person
{
    /// <summary>Row id.</summary>
    public long Id { get; set; }

    /// <summary>Full name as in the case file; never in a message that the person did not ask for.</summary>
    public required string FullName { get; set; }

    /// <summary>National id or iqama, 10 digits; null where not known.</summary>
    public string? NationalId { get; set; }

    /// <summary>How the person is addressed in Arabic; unknown means both forms.</summary>
    public Gender Gender { get; set; }

    /// <summary>Where the person can be reached.</summary>
    public IList<Address> Addresses { get; } = [];
}
