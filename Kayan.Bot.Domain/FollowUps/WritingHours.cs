namespace Kayan.Bot.Domain.FollowUps;

/// <summary>
/// The hours of a day, in Riyadh, in which the service may write first: from <paramref name="From"/> up to, not including,
/// <paramref name="Until"/>.
/// </summary>
public readonly record struct WritingHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>9:00 to 20:00: the narrowest of the windows that providers quote.</summary>
    public static WritingHours Default { get; } = new(new TimeOnly(9, 0), new TimeOnly(20, 0));

    /// <summary>Whether there is any moment in it.</summary>
    public bool IsEmpty => Until <= From;

    /// <summary>The hours that lie in both; empty where none do.</summary>
    public WritingHours Within(WritingHours other) => new(From > other.From ? From : other.From, Until < other.Until ? Until : other.Until);
}
