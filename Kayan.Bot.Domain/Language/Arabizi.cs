namespace Kayan.Bot.Domain.Language;

/// <summary>
/// Reads Arabic written in Latin letters and digits (wain wasal 6alabi) by looking each word up among known Arabic words with
/// the same consonants; a word that fits none is written out letter by letter. An extra reading of a message, never the only one.
/// </summary>
internal sealed class Arabizi
{
    private readonly Dictionary<string, Dictionary<string, int>> _bySkeleton = new(StringComparer.Ordinal);

    /// <summary>Learns the words of loosely folded Arabic texts.</summary>
    public Arabizi(IEnumerable<string> foldedTexts)
    {
        foreach (var word in foldedTexts.SelectMany(Words.Split))
        {
            if (word.Length < 2 || !word.All(c => c is >= 'ا' and <= 'ي'))
            {
                continue;
            }
            foreach (var skeleton in ArabiziLetters.SkeletonsOf(word))
            {
                if (!_bySkeleton.TryGetValue(skeleton, out var words))
                {
                    _bySkeleton[skeleton] = words = new(StringComparer.Ordinal);
                }
                words[word] = words.GetValueOrDefault(word) + 1;
            }
        }
    }

    /// <summary>True when a folded message has Latin letters to read.</summary>
    public static bool IsWorthReading(ReadOnlySpan<char> folded) => folded.ContainsAnyInRange('a', 'z');

    /// <summary>The folded message with its Latin words read as Arabic.</summary>
    public string Decode(string folded)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        List<string> read = [];
        var article = "";
        foreach (var word in words)
        {
            if (!word.AsSpan().ContainsAnyInRange('a', 'z'))
            {
                read.Add(word);
            }
            else if (word is "el" or "al" or "il" or "l")
            {
                article = "al";
                continue;
            }
            else
            {
                read.Add(DecodeWord(article + word));
            }
            article = "";
        }
        return string.Join(' ', read);
    }

    private string DecodeWord(string latin)
    {
        var sounds = ArabiziLetters.Sounds(latin);
        var candidates = _bySkeleton.GetValueOrDefault(ArabiziLetters.Skeleton(sounds));
        if (candidates is null)
        {
            return ArabiziLetters.WriteOut(sounds);
        }
        return candidates
            .OrderBy(pair => ArabiziLetters.VowelDistance(sounds, pair.Key) - (0.1 * Math.Log(1 + pair.Value)))
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .First().Key;
    }
}
