using System.Text.RegularExpressions;

namespace Kayan.Bot.Domain.Language;

/// <summary>
/// Recognises a message that speaks of violence, harm, a child in danger or a wish to die, in standard Arabic, Saudi dialect and
/// English, from the embedded file distress.txt. What only looks alike ("أموت في القهوة", "مات والدي") is not taken for it.
/// </summary>
public static class Distress
{
    private const int LongestRead = 2000;

    private static readonly Lazy<(Regex[] Signs, Regex[] LookAlikes)> Patterns = new(Load);

    /// <summary>Whether a human is needed at once.</summary>
    /// <param name="text">The message as it was typed.</param>
    public static bool IsIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = $" {Words.Joined(text.Length > LongestRead ? text[..LongestRead] : text)} ";
        var (signs, lookAlikes) = Patterns.Value;
        foreach (var lookAlike in lookAlikes)
        {
            words = lookAlike.Replace(words, " ");
        }

        return Array.Exists(signs, sign => sign.IsMatch(words));
    }

    // A line is a phrase of folded words; "-" before it makes it a look-alike, "a|b" are alternatives, "*" any ending or beginning
    // of a word, "…" up to three words between.
    private static (Regex[] Signs, Regex[] LookAlikes) Load()
    {
        List<Regex> signs = [], lookAlikes = [];
        foreach (var line in EmbeddedText.Lines("Language.distress.txt"))
        {
            var isLookAlike = line[0] == '-';
            (isLookAlike ? lookAlikes : signs).Add(Pattern(isLookAlike ? line[1..] : line));
        }

        return ([.. signs], [.. lookAlikes]);
    }

    private static Regex Pattern(string phrase)
    {
        var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word == "…" ? @"(?:\w+ ){0,3}" : Word(word) + " ");
        return new Regex(" " + string.Concat(words), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    private static string Word(string word) =>
        "(?:" + string.Join('|', word.Split('|').Select(option => string.Join(@"\w*", option.Split('*').Select(Words.Joined)))) + ")";
}
