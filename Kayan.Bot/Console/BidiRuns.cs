using System.Text.RegularExpressions;

namespace Kayan.Bot.Console;

/// <summary>
/// Cuts a text into runs, so that phones, amounts, dates, request numbers and IBANs keep their left-to-right order inside
/// Arabic. Only for showing: the text itself stays as it was written.
/// </summary>
internal static partial class BidiRuns
{
    public static IEnumerable<BidiRun> Of(string text)
    {
        var end = 0;
        foreach (Match match in Numbers().Matches(text))
        {
            if (match.Index > end)
            {
                yield return new(text[end..match.Index], IsNumber: false);
            }

            yield return new(match.Value, IsNumber: true);
            end = match.Index + match.Length;
        }

        if (end < text.Length)
        {
            yield return new(text[end..], IsNumber: false);
        }
    }

    // A digit and what belongs to the same number: a sign or an IBAN's country before it, separators inside, a percent sign after it.
    [GeneratedRegex(@"(?:\+|[A-Z]{2})?[0-9٠-٩](?:[0-9٠-٩]|[ \-/.:,٫٬](?=[0-9٠-٩]))*%?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();
}
