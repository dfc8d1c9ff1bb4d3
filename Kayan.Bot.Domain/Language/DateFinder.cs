using System.Text.RegularExpressions;

namespace Kayan.Bot.Domain.Language;

/// <summary>
/// Finds dates in a message: Hijri (Umm al-Qura) and Gregorian, in digits and words, and days counted from today. Day comes before
/// month; a year 13xx–15xx is Hijri; weeks start on Sunday. A date that cannot be, such as 30/9/1448, is no date.
/// </summary>
public static partial class DateFinder
{
    private const int MaxLength = 500;

    /// <summary>The one date of an answer; null when there is none or more than one.</summary>
    /// <param name="text">The answer as it was typed.</param>
    /// <param name="today">Today in Riyadh.</param>
    public static DateReading? Find(string text, DateOnly today) => FindAll(text, today) is [var only] ? only : null;

    /// <summary>All dates of a message in the order they stand.</summary>
    /// <param name="text">The message as it was typed.</param>
    /// <param name="today">Today in Riyadh.</param>
    public static IReadOnlyList<DateReading> FindAll(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength)
        {
            return [];
        }
        var folded = DottedDate().Replace(ArabicText.FoldLoosely(text), "$1/$2/$3");
        var reader = new DateReader(NumberToken.Read(folded), today);
        return reader.ReadAll();
    }

    [GeneratedRegex(@"(?<![0-9.])([0-9]{1,4})\.([0-9]{1,2})\.([0-9]{1,4})(?![0-9.])")]
    private static partial Regex DottedDate();
}
