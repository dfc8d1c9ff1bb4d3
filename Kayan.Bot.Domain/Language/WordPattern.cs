namespace Kayan.Bot.Domain.Language;

/// <summary>
/// A phrase of words, each with its alternatives: "a|b" is one or the other, "*" at either end of a word any beginning or ending of it,
/// "…" up to three other words.
/// </summary>
internal sealed class WordPattern(string phrase)
{
    private const string Gap = "…";
    private const int LongestGap = 3;

    // null: a gap
    private readonly Alternatives?[] _places =
        [.. phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(place => place == Gap ? null : new Alternatives(place.Split('|')))];

    public bool IsIn(List<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (EndOf(words, at, 0) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes every place where the phrase stands out of the message.</summary>
    public void RemoveFrom(List<string> words)
    {
        for (var at = 0; at < words.Count;)
        {
            var end = EndOf(words, at, 0);
            if (end >= 0)
            {
                words.RemoveRange(at, end - at);
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>Where the phrase from this place on ends, if it starts at a word; -1 where it does not. A gap is as long as it can be.</summary>
    private int EndOf(List<string> words, int at, int place)
    {
        if (place == _places.Length)
        {
            return at;
        }

        if (_places[place] is { } alternatives)
        {
            return at < words.Count && alternatives.Contains(words[at]) ? EndOf(words, at + 1, place + 1) : -1;
        }

        for (var skipped = LongestGap; skipped >= 0; skipped--)
        {
            var end = at + skipped <= words.Count ? EndOf(words, at + skipped, place + 1) : -1;
            if (end >= 0)
            {
                return end;
            }
        }

        return -1;
    }

    private sealed class Alternatives(string[] options)
    {
        private readonly HashSet<string> _whole = Words.Set([.. options.Where(option => !option.Contains('*'))]);

        private readonly (string Part, bool AnyBefore, bool AnyAfter)[] _parts =
            [.. options.Where(option => option.Contains('*')).Select(option => (Words.Joined(option.Trim('*')), option[0] == '*', option[^1] == '*'))];

        public bool Contains(string word)
        {
            if (_whole.Contains(word))
            {
                return true;
            }

            foreach (var (part, anyBefore, anyAfter) in _parts)
            {
                var fits = (anyBefore, anyAfter) switch
                {
                    (true, true) => word.Contains(part, StringComparison.Ordinal),
                    (true, false) => word.EndsWith(part, StringComparison.Ordinal),
                    _ => word.StartsWith(part, StringComparison.Ordinal),
                };
                if (fits)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
