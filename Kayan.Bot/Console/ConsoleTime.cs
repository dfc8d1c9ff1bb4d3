using System.Globalization;
using Kayan.Bot.Domain.Language;
using Microsoft.Extensions.Localization;

namespace Kayan.Bot.Console;

/// <summary>Instants and spans in the words of the interface, in the time of Riyadh.</summary>
internal sealed class ConsoleTime(IStringLocalizer<ConsoleTexts> texts, TimeProvider time)
{
    private static readonly TimeZoneInfo Riyadh = TimeZoneInfo.FindSystemTimeZoneById("Asia/Riyadh");

    public TimeProvider Provider => time;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>10:32 ص.</summary>
    public string Clock(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Riyadh);
        var half = texts[local.Hour < 12 ? "Time.Am" : "Time.Pm"];
        return string.Create(CultureInfo.InvariantCulture, $"{local:h:mm}\u00A0{half}");
    }

    /// <summary>اليوم، أمس, or the Hijri and the Gregorian date.</summary>
    public string Day(DateTimeOffset at)
    {
        var day = DateOf(at);
        return (DateOf(Now).DayNumber - day.DayNumber) switch
        {
            0 => texts["Time.Today"],
            1 => texts["Time.Yesterday"],
            _ => Date(at),
        };
    }

    /// <summary>12 جمادى الآخرة 1448هـ (22/11/2026م).</summary>
    public static string Date(DateTimeOffset at)
    {
        var day = DateOf(at);
        var gregorian = day.ToString("d/M/yyyy", CultureInfo.InvariantCulture);
        return ConsoleLanguage.IsArabic
            ? $"{HijriDate.Format(day)} ({gregorian}م)"
            : $"{gregorian} ({HijriDate.FormatEnglish(day)})";
    }

    public static bool SameDay(DateTimeOffset one, DateTimeOffset other) => DateOf(one) == DateOf(other);

    /// <summary>How long since then: minutes up to two hours, then hours, then days.</summary>
    public string Since(DateTimeOffset at) => Length(Now - at);

    /// <summary>12 دقيقة, ساعتان, 3 أيام.</summary>
    public string Length(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => texts["Time.Moment"],
        { TotalHours: < 2 } => Count("Minutes", (long)span.TotalMinutes),
        { TotalDays: < 1 } => Count("Hours", (long)span.TotalHours),
        _ => Count("Days", (long)span.TotalDays),
    };

    /// <summary>Whole days by the calendar; the day itself counts as today.</summary>
    public string DaysSince(DateTimeOffset at) => (DateOf(Now).DayNumber - DateOf(at).DayNumber) switch
    {
        <= 0 => texts["Time.SinceToday"],
        var days => texts["Time.SinceDays", Count("Days", days)],
    };

    private string Count(string unit, long count) => texts[$"{unit}.{Plural.For(count)}", count];

    private static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Riyadh).DateTime);
}
