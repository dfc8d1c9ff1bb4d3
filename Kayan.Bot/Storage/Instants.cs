using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kayan.Bot.Storage;

/// <summary>How instants are kept: in UTC, to the millisecond, the same on each database.</summary>
internal static class Instants
{
    /// <summary>The instant as it comes back from the database.</summary>
    public static DateTimeOffset Stored(DateTimeOffset instant) => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());

    /// <summary>For databases that have an instant type.</summary>
    internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => Stored(instant), instant => instant);

    /// <summary>For those that have none.</summary>
    internal sealed class UnixMillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
