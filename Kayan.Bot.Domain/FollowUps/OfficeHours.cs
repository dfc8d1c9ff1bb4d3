namespace Kayan.Bot.Domain.FollowUps;

/// <summary>
/// When the office is open on a day, in Riyadh: from <paramref name="Opens"/> up to, not including, <paramref name="Closes"/>.
/// </summary>
public readonly record struct OfficeHours(TimeOnly Opens, TimeOnly Closes)
{
    /// <summary>8:00 to 16:00.</summary>
    public static OfficeHours Default { get; } = new(new TimeOnly(8, 0), new TimeOnly(16, 0));
}
