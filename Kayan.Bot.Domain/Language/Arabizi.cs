namespace Kayan.Bot.Domain.Language;

/// <summary>
/// Reads Arabic written in Latin letters and digits (wain wasal 6alabi) by looking each word up among known Arabic words with
/// the same consonants; a word that fits none is written out letter by letter. An extra reading of a message, never the only one.
/// </summary>
internal sealed class Arabizi
{
    private readonly Dictionary<string, Known[]> _bySkeleton = new(StringComparer.Ordinal);

    /// <summary>Learns the words of loosely folded Arabic texts.</summary>
    public Arabizi(IEnumerable<string> foldedTexts)
    {
        var known = foldedTexts.SelectMany(Words.Split).Where(IsArabic).GroupBy(word => word, StringComparer.Ordinal);
        foreach (var word in known.Select(group => new Known(group.Key, group.Count())))
        {
            foreach (var skeleton in ArabiziLetters.SkeletonsOf(word.Text))
            {
                _bySkeleton[skeleton] = [.. _bySkeleton.GetValueOrDefault(skeleton) ?? [], word];
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
            .OrderBy(known => ArabiziLetters.VowelDistance(sounds, known.Text) - (0.1 * Math.Log(1 + known.Count)))
            .ThenBy(known => known.Text, StringComparer.Ordinal)
            .First().Text;
    }

    private static bool IsArabic(string word) => word.Length >= 2 && word.All(c => c is >= 'ا' and <= 'ي');

    private readonly record struct Known(string Text, int Count);
}
