namespace Kayan.Bot.Tests.Harness;

/// <summary>A clock that starts on a working morning in Riyadh and goes on as fast as the real one, so that no test depends on the hour.</summary>
internal sealed class OfficeClock : TimeProvider
{
    /// <summary>Monday, 23 November 2026, 10:00 in Riyadh.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    private readonly long _started = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => Start + System.GetElapsedTime(_started);
}
