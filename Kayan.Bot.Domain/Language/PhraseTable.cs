namespace Kayan.Bot.Domain.Language;

/// <summary>Phrases of one to a few words, each with a meaning; finds them in a message, longest first.</summary>
internal sealed class PhraseTable<T>
    where T : struct
{
    private readonly Dictionary<string, T> _phrases = new(StringComparer.Ordinal);
    private readonly int _longest;

    public PhraseTable(params (T Meaning, string[] Phrases)[] groups)
    {
        foreach (var (meaning, phrases) in groups)
        {
            foreach (var phrase in phrases)
            {
                var words = Words.Of(phrase);
                _phrases.TryAdd(string.Join(' ', words), meaning);
                _longest = Math.Max(_longest, words.Length);
            }
        }
    }

    /// <summary>The longest phrase that starts at a word, as its meaning and its number of words; 0 words when there is none.</summary>
    public (T Meaning, int Length) At(string[] words, int at)
    {
        for (var length = Math.Min(_longest, words.Length - at); length > 0; length--)
        {
            var phrase = length == 1 ? words[at] : string.Join(' ', words, at, length);
            if (_phrases.TryGetValue(phrase, out var meaning))
            {
                return (meaning, length);
            }
        }
        return (default, 0);
    }
}
