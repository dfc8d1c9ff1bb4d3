namespace Kayan.Bot.Domain.Language;

/// <summary>Splits a folded message into its words: runs of letters and digits.</summary>
internal static class Words
{
    /// <summary>The words of a message, loosely folded.</summary>
    public static string[] Of(string text) => Split(ArabicText.FoldLoosely(text));

    /// <summary>The words of a text that is folded already.</summary>
    public static string[] Split(string folded)
    {
        List<string> words = [];
        var start = -1;
        for (var i = 0; i <= folded.Length; i++)
        {
            var inside = i < folded.Length && char.IsLetterOrDigit(folded[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                words.Add(folded[start..i]);
                start = -1;
            }
        }
        return [.. words];
    }

    /// <summary>The words joined by single spaces: the message without punctuation, emoji and doubled spaces.</summary>
    public static string Joined(string text) => string.Join(' ', Of(text));

    /// <summary>A set of loosely folded phrases, written in the source as people write them.</summary>
    public static HashSet<string> Set(params string[] phrases) => new(phrases.Select(Joined), StringComparer.Ordinal);

    /// <summary>
    /// True when the two words are equal or one typing slip apart (a letter missing, added, wrong, or two swapped); digits never slip.
    /// </summary>
    public static bool NearlyEqual(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.Ordinal))
        {
            return true;
        }
        if (Math.Min(a.Length, b.Length) < 4 || Math.Abs(a.Length - b.Length) > 1
            || a.AsSpan().ContainsAnyInRange('0', '9') || b.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return false;
        }
        var head = a.AsSpan().CommonPrefixLength(b);
        var restA = a.AsSpan(head);
        var restB = b.AsSpan(head);
        if (restA.Length == restB.Length)
        {
            return restA[1..].SequenceEqual(restB[1..])
                || (restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]));
        }
        return restA.Length > restB.Length ? restA[1..].SequenceEqual(restB) : restB[1..].SequenceEqual(restA);
    }
}
