using System.Globalization;

namespace Kayan.Bot.Domain.Language;

/// <summary>
/// Dates of the Umm al-Qura calendar, the official one in Saudi Arabia (1900-04-30 to 2077-11-16). The tabular Hijri calendar
/// of .NET differs from it on about half of all days and is never used. Digits are 0–9 whatever the culture.
/// </summary>
public static class HijriDate
{
    private static readonly UmAlQuraCalendar Calendar = new();

    private static readonly string[] MonthNames =
    [
        "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
        "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
    ];

    private static readonly string[] EnglishMonthNames =
    [
        "Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II",
        "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qadah", "Dhu al-Hijjah",
    ];

    /// <summary>The Arabic names of the twelve months, Muharram first.</summary>
    public static IReadOnlyList<string> Months => MonthNames;

    /// <summary>True when the day lies in the range of the calendar.</summary>
    /// <param name="date">A Gregorian day.</param>
    public static bool IsSupported(DateOnly date) =>
        date >= DateOnly.FromDateTime(Calendar.MinSupportedDateTime) && date <= DateOnly.FromDateTime(Calendar.MaxSupportedDateTime);

    /// <summary>12 جمادى الآخرة 1448هـ.</summary>
    /// <param name="date">A Gregorian day in range.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside the calendar.</exception>
    public static string Format(DateOnly date)
    {
        var (year, month, day) = Of(date);
        return string.Create(CultureInfo.InvariantCulture, $"{day} {MonthNames[month - 1]} {year}هـ");
    }

    /// <summary>12 Jumada II 1448 AH.</summary>
    /// <param name="date">A Gregorian day in range.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside the calendar.</exception>
    public static string FormatEnglish(DateOnly date)
    {
        var (year, month, day) = Of(date);
        return string.Create(CultureInfo.InvariantCulture, $"{day} {EnglishMonthNames[month - 1]} {year} AH");
    }

    /// <summary>12/6/1448: day, month and year in digits.</summary>
    /// <param name="date">A Gregorian day in range.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside the calendar.</exception>
    public static string FormatShort(DateOnly date)
    {
        var (year, month, day) = Of(date);
        return string.Create(CultureInfo.InvariantCulture, $"{day}/{month}/{year}");
    }

    /// <summary>Hijri year, month and day of a Gregorian day.</summary>
    /// <param name="date">A Gregorian day in range.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside the calendar.</exception>
    public static (int Year, int Month, int Day) Of(DateOnly date)
    {
        if (!IsSupported(date))
        {
            throw new ArgumentOutOfRangeException(nameof(date), date, "Outside the Umm al-Qura calendar.");
        }
        var day = date.ToDateTime(TimeOnly.MinValue);
        return (Calendar.GetYear(day), Calendar.GetMonth(day), Calendar.GetDayOfMonth(day));
    }

    /// <summary>The Gregorian day of a Hijri date; false when there is no such day (30/9/1448: Ramadan has 29 days that year).</summary>
    /// <param name="year">Hijri year.</param>
    /// <param name="month">1–12.</param>
    /// <param name="day">1–30.</param>
    /// <param name="date">The Gregorian day.</param>
    public static bool TryCreate(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year is < 1318 or > 1500 || month is < 1 or > 12 || day < 1 || day > Calendar.GetDaysInMonth(year, month))
        {
            return false;
        }
        date = DateOnly.FromDateTime(Calendar.ToDateTime(year, month, day, 0, 0, 0, 0));
        return true;
    }
}
