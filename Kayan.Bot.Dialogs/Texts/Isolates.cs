using System.Text.RegularExpressions;
using Kayan.Bot.Domain.Language;

namespace Kayan.Bot.Dialogs.Texts;

/// <summary>Keeps numbers and Latin words left-to-right inside Arabic, whatever stands around them.</summary>
internal static partial class Isolates
{
    private const char RightToLeftMark = '\u200F';

    /// <summary>Puts isolates around long numbers and Latin words, and makes a line that has no Arabic run from the right.</summary>
    public static string Around(string arabic) => string.Join('\n', arabic.Split('\n').Select(Line));

    private static string Line(string line)
    {
        var isolated = Runs().Replace(line, run => run.Groups["whole"].Success ? run.Value : ArabicText.Isolate(run.Value));
        return isolated == line || HasArabic().IsMatch(line) ? isolated : RightToLeftMark + isolated;
    }

    // What is isolated already stays as it is, and so does an address of the web or of mail: an isolate at its end would become part of the link on some phones.
    [GeneratedRegex(@"(?<whole>\u2068[^\u2069]*\u2069|\S*(?:@|www\.|://)\S*)|[A-Za-z][A-Za-z0-9'’-]*(?: [A-Za-z][A-Za-z0-9'’-]*)*|\+?[0-9][0-9/.:-]{3,}[0-9]")]
    private static partial Regex Runs();

    [GeneratedRegex(@"[\u0600-\u06FF]")]
    private static partial Regex HasArabic();
}
