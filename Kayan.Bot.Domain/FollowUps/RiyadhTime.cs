namespace Kayan.Bot.Domain.FollowUps;

/// <summary>
/// The clock on the wall in Riyadh: UTC+3 the whole year, without summer time. Independent of the machine's time zone data
/// and culture.
/// </summary>
public static class RiyadhTime
{
    /// <summary>Riyadh's distance from UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(3);

    /// <summary>The calendar day in Riyadh at an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    /// <summary>The time of day in Riyadh at an instant.</summary>
    public static TimeOnly TimeOf(DateTimeOffset at) => TimeOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    /// <summary>The instant of a day and time in Riyadh.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time) => new(date, time, Offset);
}
