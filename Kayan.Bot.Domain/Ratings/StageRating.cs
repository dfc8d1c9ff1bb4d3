namespace Kayan.Bot.Domain.Ratings;

/// <summary>
/// A person's rating of one stage (التقييم): the service, the procedure and the person who served, 1 to 5 each. It is the
/// person's right, serves improvement and never affects the help.
/// </summary>
public sealed class StageRating
{
    /// <summary>So many stars or fewer are a low rating.</summary>
    public const int LowUpTo = 2;

    /// <summary>Row id.</summary>
    public long Id { get; set; }

    /// <summary>The request.</summary>
    public long RequestId { get; set; }

    /// <summary>The entry of the stage that is rated; one rating each.</summary>
    public long StageEntryId { get; set; }

    /// <summary>The conversation in which it was given.</summary>
    public long ConversationId { get; set; }

    /// <summary>The service, 1 to 5.</summary>
    public int Service { get; set; }

    /// <summary>The procedure, 1 to 5; null where not answered.</summary>
    public int? Procedure { get; set; }

    /// <summary>The person who served, 1 to 5; null where not answered.</summary>
    public int? Server { get; set; }

    /// <summary>The person's own words. Up to 2,000 characters.</summary>
    public string? Words { get; set; }

    /// <summary>When the first answer was given.</summary>
    public DateTimeOffset At { get; init; }
}
