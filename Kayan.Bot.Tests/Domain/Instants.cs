using FsCheck;
using FsCheck.Fluent;

namespace Kayan.Bot.Tests.Domain;

/// <summary>Instants of 2020 to 2040 with every minute of the day, month ends and leap days among them.</summary>
public static class Instants
{
    public static Arbitrary<DateTimeOffset> Arbitrary() =>
        Gen.Choose(0, 21 * 366 * 24 * 60)
            .Select(minutes => new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes))
            .ToArbitrary();
}
