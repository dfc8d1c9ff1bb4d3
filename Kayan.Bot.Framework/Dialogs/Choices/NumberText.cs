using System.Text.RegularExpressions;

namespace Kayan.Bot.Framework;

// The one number that a text can mean, as invariant digits; null when there is none or when it could be read in more than one way.
internal static partial class NumberText
{
    private const string Joining = @"/\-+:";

    public static string First(string text)
    {
        var folded = Digits.Fold(text);
        foreach (var number in Numbers().EnumerateMatches(folded))
        {
            var raw = folded.AsSpan(number.Index, number.Length);
            return Plain().IsMatch(raw) && !Touches(folded, number.Index, number.Length)
                ? raw.ToString().Replace(",", string.Empty, StringComparison.Ordinal).Replace('−', '-')
                : null;
        }

        return EnglishWords.Number(folded.Trim().ToLowerInvariant())?.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public static bool HasFraction(string text) => Fractions().IsMatch(Digits.Fold(text));

    // A digit run that goes on in letters or signs is a code, a date or a range, not a number; a full stop after it only ends a sentence.
    private static bool Touches(string text, int start, int length)
    {
        var before = start > 0 ? text[start - 1] : ' ';
        var after = start + length < text.Length ? text[start + length] : ' ';
        return char.IsAsciiLetterOrDigit(before) || before is '.' or ',' || Joining.Contains(before) || Joining.Contains(after);
    }

    [GeneratedRegex(@"[-+−]?[0-9](?:[0-9.,]*[0-9])?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^[-+−]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"[0-9]\s*[./,]\s*[0-9]|[-−][0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Fractions();
}
