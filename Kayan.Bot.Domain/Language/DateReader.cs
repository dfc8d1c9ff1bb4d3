using System.Globalization;
using Kind = Kayan.Bot.Domain.Language.NumberToken.TokenKind;

namespace Kayan.Bot.Domain.Language;

/// <summary>Reads the dates of one message, token by token.</summary>
internal sealed class DateReader(List<NumberToken> tokens, DateOnly today)
{
    private readonly string[] _words = [.. tokens.Select(token => token.Text)];

    public List<DateReading> ReadAll()
    {
        List<DateReading> found = [];
        for (var at = 0; at < tokens.Count;)
        {
            var (reading, length) = Read(at);
            if (reading is not null)
            {
                found.Add(reading);
            }
            at += Math.Max(1, length);
        }
        return found;
    }

    /// <summary>
    /// The date that starts at a token, and how many tokens it takes; a length without a reading is a date that cannot be.
    /// </summary>
    private (DateReading? Reading, int Length) Read(int at)
    {
        if (tokens[at].Kind == Kind.Integer && ReadNumeric(at) is { Length: > 0 } numeric)
        {
            return numeric;
        }
        if (ReadNamedMonth(at) is { Length: > 0 } named)
        {
            return named;
        }
        var (days, length) = DateWords.Relative.At(_words, at);
        if (length > 0)
        {
            return (DateReading.Of(today.AddDays(days)), length);
        }
        return ReadSpan(at) is { Length: > 0 } span ? span : ReadWeekday(at);
    }

    private (DateReading?, int Length) ReadNumeric(int at)
    {
        var spaced = Number(at + 1) >= 0 && Number(at + 2) >= 1000;
        if (spaced || (IsSeparator(at + 1) && Number(at + 2) >= 0 && IsSeparator(at + 3) && Number(at + 4) >= 0))
        {
            var step = spaced ? 1 : 2;
            var (first, month, last) = (Number(at), Number(at + step), Number(at + (2 * step)));
            var (year, day) = first >= 1000 ? (first, last) : (last, first);
            var end = at + (2 * step) + 1;
            var era = Era(ref end);
            return (Build(year, month, day, era), end - at);
        }
        if (IsSeparator(at + 1) && Number(at + 2) is >= 1 and <= 12 && Number(at) is >= 1 and <= 31 && !IsSeparator(at + 3))
        {
            return (WithoutYear(Number(at + 2), Number(at)), 3);
        }
        return (null, 0);
    }

    private (DateReading?, int Length) ReadNamedMonth(int at)
    {
        for (var dayLength = 1; dayLength <= 3; dayLength++)
        {
            var monthAt = at + dayLength;
            while (monthAt < _words.Length && _words[monthAt] is "من" or "شهر" or "في" or "of")
            {
                monthAt++;
            }
            var (month, length) = DateWords.Months.At(_words, Math.Min(monthAt, _words.Length));
            if (length == 0 || !TryDay(at, dayLength, out var day))
            {
                continue;
            }
            var end = monthAt + length;
            end += end < _words.Length && _words[end] is "عام" or "سنه" or "لعام" ? 1 : 0;
            if (Number(end) < 1000)
            {
                return (month > 100 ? WithoutYear(month, day) : WithoutYear(month + 200, day), end - at);
            }
            var year = Number(end++);
            var era = Era(ref end);
            var hijri = month > 100;
            return (hijri == IsHijri(year, era) ? Build(year, month % 100, day, era) : null, end - at);
        }
        return (null, 0);
    }

    private bool TryDay(int at, int length, out int day)
    {
        var text = string.Join(' ', _words, at, length);
        day = Number(at);
        if (length > 1 || day < 0)
        {
            day = ArabicNumbers.TryParse(text, out var number) && NumberReading.Of(text).OtherWords == 0 ? (int)Math.Clamp(number, 0, 99)
                : ArabicNumbers.TryParseOrdinal(text, out var ordinal) ? ordinal : -1;
        }
        return day is >= 1 and <= 31;
    }

    /// <summary>"بعد ثلاثة أيام"، "قبل شهرين".</summary>
    private (DateReading?, int Length) ReadSpan(int at)
    {
        var sign = _words[at] is "بعد" or "عقب" or "in" ? 1 : _words[at] is "قبل" ? -1 : 0;
        if (sign == 0)
        {
            return (null, 0);
        }
        for (var numberLength = 0; numberLength <= 2 && at + 1 + numberLength < _words.Length; numberLength++)
        {
            var (unit, length) = DateWords.Spans.At(_words, at + 1 + numberLength);
            long count = 1;
            var counted = numberLength == 0 || ArabicNumbers.TryParse(string.Join(' ', _words, at + 1, numberLength), out count);
            if (length == 0 || !counted || count is < 0 or > 999)
            {
                continue;
            }
            var total = sign * unit.Count * (int)count;
            var date = unit.Days > 0 ? today.AddDays(total * unit.Days) : today.AddMonths(total * -unit.Days);
            return (DateReading.Of(date), 1 + numberLength + length);
        }
        return (null, 0);
    }

    private (DateReading?, int Length) ReadWeekday(int at)
    {
        var (weekday, length) = DateWords.Weekdays.At(_words, at);
        if (length == 0)
        {
            return (null, 0);
        }
        var end = at + length;
        var inWeek = end < _words.Length && DateWords.Week.Contains(_words[end]);
        end += inWeek ? 1 : 0;
        end += end < _words.Length && _words[end] is "اللي" or "الي" ? 1 : 0;
        var next = end < _words.Length && DateWords.Next.Contains(_words[end]);
        var past = end < _words.Length && DateWords.Past.Contains(_words[end]);
        end += next || past ? 1 : 0;
        var inThisWeek = today.AddDays((int)weekday - (int)today.DayOfWeek);
        var ahead = ((int)weekday - (int)today.DayOfWeek + 7) % 7;
        var date = inWeek ? inThisWeek.AddDays(next ? 7 : past ? -7 : 0)
            : past ? today.AddDays(ahead == 0 ? -7 : ahead - 7)
            : today.AddDays(ahead == 0 ? 7 : ahead);
        return (DateReading.Of(date), end - at);
    }

    private static DateReading? Build(int year, int month, int day, int era)
    {
        if (year < 1000)
        {
            return DateReading.Ambiguous();
        }
        if (IsHijri(year, era))
        {
            return HijriDate.TryCreate(year, month, day, out var hijri) ? DateReading.Of(hijri) : null;
        }
        return year is >= 1900 and <= 2100 && IsGregorianDay(year, month, day) ? DateReading.Of(new(year, month, day)) : null;
    }

    /// <summary>
    /// The same day and month in the years around today; month 1–12: calendar unknown, 101–112: Hijri, 201–212: Gregorian.
    /// </summary>
    private DateReading WithoutYear(int month, int day)
    {
        List<DateOnly> candidates = [];
        var hijriYear = HijriDate.IsSupported(today) ? HijriDate.Of(today).Year : 0;
        for (var offset = -1; offset <= 1; offset++)
        {
            if (month <= 112 && HijriDate.TryCreate(hijriYear + offset, month % 100, day, out var hijri))
            {
                candidates.Add(hijri);
            }
            if (month is <= 12 or > 200 && IsGregorianDay(today.Year + offset, month % 100, day))
            {
                candidates.Add(new(today.Year + offset, month % 100, day));
            }
        }
        return DateReading.Ambiguous(candidates);
    }

    private static bool IsGregorianDay(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static bool IsHijri(int year, int era) => era == 1 || (era == 0 && year is >= 1300 and < 1600);

    /// <summary>1 for هـ, 2 for م, 0 for none; moves past it.</summary>
    private int Era(ref int at)
    {
        var word = at < _words.Length ? _words[at] : "";
        var era = DateWords.Hijri.Contains(word) ? 1 : DateWords.Gregorian.Contains(word) ? 2 : 0;
        at += era > 0 ? 1 : 0;
        return era;
    }

    /// <summary>The value of a number of at most four digits; -1 when the token is none.</summary>
    private int Number(int at) =>
        at < tokens.Count && tokens[at] is { Kind: Kind.Integer, Text.Length: <= 4 } token && token.Text[0] != '-'
            ? int.Parse(token.Text, CultureInfo.InvariantCulture)
            : -1;

    private bool IsSeparator(int at) => at < tokens.Count && tokens[at] is { Kind: Kind.Mark, Text: "/" or "-" or "\\" };
}
