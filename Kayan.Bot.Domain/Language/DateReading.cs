namespace Kayan.Bot.Domain.Language;

/// <summary>A date in a message.</summary>
/// <param name="Date">The day; null when it has to be asked back.</param>
/// <param name="Candidates">The days it may be, when it is ambiguous and they are known; else empty.</param>
public sealed record DateReading(DateOnly? Date, IReadOnlyList<DateOnly> Candidates)
{
    /// <summary>True when day and month are there but the year or the calendar is not: ask which.</summary>
    public bool IsAmbiguous => Date is null;

    internal static DateReading Of(DateOnly date) => new(date, []);

    internal static DateReading Ambiguous(params IEnumerable<DateOnly> candidates) => new(null, [.. candidates.Distinct().Order()]);
}
