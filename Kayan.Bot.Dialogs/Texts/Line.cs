namespace Kayan.Bot.Dialogs.Texts;

/// <summary>
/// A text by its key and arguments, as one string. Prompts keep this in the conversation's state instead of the sentence, so
/// that they ask again in another language, and in better words after a release.
/// </summary>
internal static class Line
{
    private const char Separator = '\u001F';

    public static string Of(string key, params string[] args) => args.Length == 0 ? key : string.Join(Separator, [key, .. args]);

    /// <summary>Words that are kept elsewhere, in both languages: the question of an FAQ entry, the title of a request.</summary>
    public static string Literal(string arabic, string english) => $"{Separator}{arabic}{Separator}{english}";

    public static string Say(string line, Phrases phrases)
    {
        var parts = line.Split(Separator);
        return parts[0].Length == 0 ? parts[phrases.English ? 2 : 1] : phrases.Get(parts[0], parts[1..]);
    }
}
