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

    public CalendarChange ToDomain() =>
        new(First, Last, Opens is { } opens && Closes is { } closes ? new OfficeHours(opens, closes) : null);
}
