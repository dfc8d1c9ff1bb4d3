namespace Kayan.Bot.Incidents;

/// <summary>Something that only a person can put right. There is one open line for a kind and subject, however often it happens.</summary>
internal sealed class Incident
{
    public long Id { get; set; }

    public required IncidentKind Kind { get; init; }

    /// <summary>What it is about: a template, a code, an id; never a person's data.</summary>
    public required string Subject { get; init; }

    /// <summary>The provider's reason, where it gave one.</summary>
    public string? Detail { get; set; }

    /// <summary>How often it happened while open.</summary>
    public int Times { get; set; } = 1;

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset LastAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The user name of who closed it; null where it was over by itself.</summary>
    public string? ClosedBy { get; set; }
}
