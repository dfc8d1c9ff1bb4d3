namespace Kayan.Bot.Domain.FollowUps;

/// <summary>
/// When the office is open: Sunday to Thursday, 8:00 to 16:00 in Riyadh unless told otherwise, closed on Founding Day (22
/// February) and National Day (23 September), with the changes that the staff enter for Eid and Ramadan. Where changes
/// overlap the last of the list holds.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly OfficeHours _hours;
    private readonly CalendarChange[] _changes;

    /// <summary>A calendar with the given hours and changes.</summary>
    /// <exception cref="ArgumentException">Hours that end before they begin, or a change that does.</exception>
    public WorkingCalendar(OfficeHours hours, params IEnumerable<CalendarChange> changes)
    {
        _hours = hours;
        _changes = [.. changes];
        if (_changes.Any(change => change.Last < change.First)
            || _changes.Any(change => change.Writing is { IsEmpty: true })
            || _changes.Select(change => change.Hours ?? hours).Append(hours).Any(h => h.Closes <= h.Opens))
        {
            throw new ArgumentException("Office hours and changes of the calendar must end after they begin.", nameof(changes));
        }
    }

    /// <summary>The usual week without changes.</summary>
    public static WorkingCalendar Default { get; } = new(OfficeHours.Default);

    /// <summary>The hours of a day; null where the office is closed all day.</summary>
    public OfficeHours? HoursOn(DateOnly day)
    {
        if (IsWeekend(day) || IsNationalHoliday(day))
        {
            return null;
        }

        return Array.FindLast(_changes, change => change.Covers(day)) is { } change ? change.Hours : _hours;
    }

    /// <summary>The hours in which the service may write first on that day, where the calendar sets its own; otherwise null.</summary>
    public WritingHours? WritingOn(DateOnly day) => Array.FindLast(_changes, change => change.Writing is not null && change.Covers(day))?.Writing;

    /// <summary>Whether the office opens on that day.</summary>
    public bool IsWorkingDay(DateOnly day) => HoursOn(day) is not null;

    /// <summary>Whether the office is open at that instant.</summary>
    public bool IsOpen(DateTimeOffset at) =>
        HoursOn(RiyadhTime.DateOf(at)) is { } today && RiyadhTime.TimeOf(at) is var time && today.Opens <= time && time < today.Closes;

    /// <summary>
    /// The first instant from <paramref name="at"/> on at which the office is open: <paramref name="at"/> itself where it is.
    /// </summary>
    public DateTimeOffset NextOpening(DateTimeOffset at)
    {
        if (IsOpen(at))
        {
            return at;
        }

        for (var day = RiyadhTime.DateOf(at); ; day = day.AddDays(1))
        {
            if (HoursOn(day) is { } open && RiyadhTime.At(day, open.Opens) is var opening && opening > at)
            {
                return opening;
            }
        }
    }

    /// <summary>
    /// The working day that is <paramref name="days"/> working days after <paramref name="from"/>; 0 gives the first from it on.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative.</exception>
    public DateOnly AddWorkingDays(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var day = from;
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        // A start on a closed day counts as the evening before the next working day.
        var left = day == from ? days : Math.Max(0, days - 1);
        while (left > 0)
        {
            day = day.AddDays(1);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>
    /// How many working days lie after <paramref name="from"/>, up to and including <paramref name="to"/>; 0 where it is not later.
    /// </summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday;

    private static bool IsNationalHoliday(DateOnly day) => (day.Month, day.Day) is (2, 22) or (9, 23);
}
