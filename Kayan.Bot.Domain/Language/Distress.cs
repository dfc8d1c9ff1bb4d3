namespace Kayan.Bot.Domain.Language;

/// <summary>
/// Recognises a message that speaks of violence, harm, a child in danger or a wish to die, in standard Arabic, Saudi dialect and
/// English, from the embedded file distress.txt. What only looks alike ("أموت في القهوة", "مات والدي") is not taken for it.
/// </summary>
public static class Distress
{
    private const int LongestRead = 2000;

    private static readonly Lazy<ILookup<bool, WordPattern>> Patterns = new(() =>
        EmbeddedText.Lines("Language.distress.txt").ToLookup(line => line[0] != '-', line => new WordPattern(line.TrimStart('-'))));

    /// <summary>Whether a human is needed at once.</summary>
    /// <param name="text">The message as it was typed.</param>
    public static bool IsIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<string> words = [.. Words.Of(text.Length > LongestRead ? text[..LongestRead] : text)];
        foreach (var lookAlike in Patterns.Value[false])
        {
            lookAlike.RemoveFrom(words);
        }

        return Patterns.Value[true].Any(sign => sign.IsIn(words));
    }
}
