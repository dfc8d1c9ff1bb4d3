namespace Kayan.Bot.Domain.Documents;

/// <summary>A file that a person handed in as a required paper; whether it is that paper a member of staff decides.</summary>
public sealed class SubmittedDocument
{
    /// <summary>Row id.</summary>
    public long Id { get; set; }

    /// <summary>The paper that it is meant to be.</summary>
    public long RequirementId { get; set; }

    /// <summary>The file among those that came in.</summary>
    public Guid FileId { get; init; }

    /// <summary>When it was handed in.</summary>
    public DateTimeOffset At { get; init; }
}
