using System.Text.RegularExpressions;

namespace Kayan.Bot.Dialogs.Texts;

/// <summary>The digits in which the association writes Arabic: 123, or ١٢٣ where <paramref name="ArabicIndic"/>.</summary>
/// <remarks>What people dial, click or copy keeps its Western digits: phone numbers, request numbers, codes, addresses of the web and of mail, and whatever stands in isolates.</remarks>
public sealed partial record SpokenDigits(bool ArabicIndic)
{
    internal string Write(string arabic) => !ArabicIndic ? arabic
        : Short().Replace(arabic, run => run.Groups["isolated"].Success ? run.Value
            : string.Concat(run.Value.Select(digit => (char)('\u0660' + digit - '0'))));

    // Dates, counts, hours and the numbers of choices have at most four digits in a row.
    [GeneratedRegex(@"(?<isolated>\u2068[^\u2069]*\u2069)|(?<![A-Za-z0-9_+@./-])[0-9]{1,4}(?![A-Za-z0-9_@]|[.:/-][0-9])|(?<![A-Za-z0-9_+@./-])[0-9]{1,2}(?=:[0-9]{2}(?![0-9]))|(?<=(?<![0-9])[0-9]{1,2}:)[0-9]{2}(?![0-9])")]
    private static partial Regex Short();
}
