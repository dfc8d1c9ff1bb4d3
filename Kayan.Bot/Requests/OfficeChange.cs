using Kayan.Bot.Domain.FollowUps;

namespace Kayan.Bot.Requests;

/// <summary>Days with other hours, both ends included.</summary>
internal sealed class OfficeChange
{
    /// <summary>The first day, for example 2027-03-09.</summary>
    public DateOnly First { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly Last { get; set; }

    /// <summary>Opens on these days. Default: none, the office is closed.</summary>
    public TimeOnly? Opens { get; set; }

    /// <summary>Closes on these days. Default: none, the office is closed.</summary>
    public TimeOnly? Closes { get; set; }

    /// <summary>The service writes first from this time of day on these days. Default: as on other days.</summary>
    public TimeOnly? WriteFrom { get; set; }

    /// <summary>The service writes first up to this time of day on these days. Default: as on other days.</summary>
    public TimeOnly? WriteUntil { get; set; }

    /// <summary>Whether it can be: nothing ends before it begins, and no half of a pair is missing.</summary>
    public bool IsSound =>
        Last >= First
        && Opens is null == Closes is null && !(Closes <= Opens)
        && WriteFrom is null == WriteUntil is null && !(WriteUntil <= WriteFrom);

    public CalendarChange ToDomain() =>
        new(First, Last, Opens is { } opens && Closes is { } closes ? new OfficeHours(opens, closes) : null)
        {
            Writing = WriteFrom is { } from && WriteUntil is { } until ? new WritingHours(from, until) : null,
        };
}
