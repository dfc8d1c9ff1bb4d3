namespace Kayan.Bot.Faq;

/// <summary>An entry as the staff changed it. Where there is none, the entry is the one that ships.</summary>
internal sealed class FaqChange
{
    /// <summary>The entry's key.</summary>
    public required string Key { get; init; }

    /// <summary>The whole entry, in the format of the seed file.</summary>
    public required string Content { get; set; }

    /// <summary>Counts the changes, so that of two people who change it at once the second is told.</summary>
    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The user name of who changed it last.</summary>
    public required string ChangedBy { get; set; }
}
