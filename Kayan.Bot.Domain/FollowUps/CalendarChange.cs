namespace Kayan.Bot.Domain.FollowUps;

/// <summary>
/// Days on which the office keeps other hours, both ends included: closed where <paramref name="Hours"/> is null (Eid, National
/// Day), other hours where it is given (Ramadan). Data that the staff enter, because the authorities announce it year by year.
/// </summary>
public sealed record CalendarChange(DateOnly First, DateOnly Last, OfficeHours? Hours)
{
    /// <summary>When the service may write first on these days, where it differs: in Ramadan people sleep late and break the fast at sunset.</summary>
    public WritingHours? Writing { get; init; }

    /// <summary>Whether the day is one of them.</summary>
    public bool Covers(DateOnly day) => First <= day && day <= Last;
}
