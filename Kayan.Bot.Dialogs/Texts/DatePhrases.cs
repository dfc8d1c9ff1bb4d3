using System.Globalization;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Language;

namespace Kayan.Bot.Dialogs.Texts;

/// <summary>Says days and hours as people do, in Riyadh's time, Hijri beside Gregorian.</summary>
internal sealed class DatePhrases(Phrases phrases, TimeProvider time)
{
    /// <summary>منذ 3 أيام (9 جمادى الآخرة 1448هـ الموافق 19 نوفمبر 2026م).</summary>
    public string Since(DateTimeOffset at)
    {
        var day = RiyadhTime.DateOf(at);
        var ago = Math.Max(0, RiyadhTime.DateOf(time.GetUtcNow()).DayNumber - day.DayNumber);
        return phrases.Get(DatesText.Since, phrases.Count(DatesText.Ago, ago), Day(at));
    }

    /// <summary>9 جمادى الآخرة 1448هـ الموافق 19 نوفمبر 2026م.</summary>
    public string Day(DateTimeOffset at)
    {
        var day = RiyadhTime.DateOf(at);
        return HijriDate.IsSupported(day)
            ? phrases.Get(DatesText.Both, phrases.English ? HijriDate.FormatEnglish(day) : HijriDate.Format(day), Gregorian(day))
            : Gregorian(day);
    }

    /// <summary>الأحد 8:00 صباحًا; with the date where it is more than a week away.</summary>
    public string Opening(DateTimeOffset at)
    {
        var day = RiyadhTime.DateOf(at);
        var weekday = phrases.Get(DatesText.Weekdays).Split('|')[(int)day.DayOfWeek];
        var key = (day.DayNumber - RiyadhTime.DateOf(time.GetUtcNow()).DayNumber) switch
        {
            0 => DatesText.OpensToday,
            1 => DatesText.OpensTomorrow,
            < 7 => DatesText.OpensThisWeek,
            _ => DatesText.OpensLater,
        };
        return phrases.Get(key, weekday, Hour(RiyadhTime.TimeOf(at)), Gregorian(day));
    }

    private string Gregorian(DateOnly day) => phrases.Get(
        DatesText.Gregorian, Number(day.Day), phrases.Get(DatesText.Months).Split('|')[day.Month - 1], Number(day.Year));

    private string Hour(TimeOnly at)
    {
        var key = at.Hour < 12 ? DatesText.Morning : at.Hour == 12 ? DatesText.Noon : DatesText.Afternoon;
        return phrases.Get(key, at.ToString("h:mm", CultureInfo.InvariantCulture));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
