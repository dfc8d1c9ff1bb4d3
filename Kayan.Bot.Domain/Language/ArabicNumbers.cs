using System.Globalization;

namespace Kayan.Bot.Domain.Language;

/// <summary>
/// Reads numbers as people write them: digits of any script with separators, and number words in standard Arabic, dialect and
/// English.
/// </summary>
public static class ArabicNumbers
{
    private const int MaxOtherWords = 4;

    /// <summary>The one whole number in a short answer ("٥", "1,500", "خمسة وعشرين", "عندي ثلاثة").</summary>
    /// <param name="text">The answer as it was typed.</param>
    /// <param name="value">The number.</param>
    /// <returns>False when there is none, more than one, a fraction, or so much other text that it is no answer.</returns>
    public static bool TryParse(string text, out long value)
    {
        ArgumentNullException.ThrowIfNull(text);
        value = 0;
        if (text.Length > 200)
        {
            return false;
        }
        var reading = NumberReading.Of(text);
        if (reading.Integers.Count != 1 || reading.HasFraction || reading.OtherWords > MaxOtherWords)
        {
            return false;
        }
        value = reading.Integers[0];
        return true;
    }

    /// <summary>All whole numbers of a message in the order they stand.</summary>
    /// <param name="text">The message as it was typed.</param>
    public static IReadOnlyList<long> FindAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return NumberReading.Of(text).Integers;
    }

    /// <summary>The one ordinal in a short answer ("الأول"، "ثاني"، "الخامسة والعشرون", "third").</summary>
    /// <param name="text">The answer as it was typed.</param>
    /// <param name="value">1 for the first.</param>
    /// <returns>False when there is none, more than one, or so much other text that it is no answer.</returns>
    public static bool TryParseOrdinal(string text, out int value)
    {
        ArgumentNullException.ThrowIfNull(text);
        value = 0;
        if (text.Length > 200)
        {
            return false;
        }
        var words = Words.Of(text);
        var found = OrdinalWords.FindAll(words);
        if (found.Count != 1 || words.Length > MaxOtherWords + 2)
        {
            return false;
        }
        value = found[0];
        return true;
    }

    /// <summary>All ordinals of a message in the order they stand.</summary>
    /// <param name="text">The message as it was typed.</param>
    public static IReadOnlyList<int> FindAllOrdinals(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return OrdinalWords.FindAll(Words.Of(text));
    }

    /// <summary>A number in standard Arabic words, masculine counting form: 25 → خمسة وعشرون.</summary>
    /// <param name="value">0 to 9,999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number lies outside 0–9,999.</exception>
    public static string ToWords(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 9_999);
        return NumberSpelling.Of(value);
    }

    internal static bool TryInteger(string digits, out long value) =>
        long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
