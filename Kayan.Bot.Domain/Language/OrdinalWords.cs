namespace Kayan.Bot.Domain.Language;

/// <summary>First, second, third, in the words of a loosely folded message.</summary>
internal static class OrdinalWords
{
    private static readonly Dictionary<string, int> Simple = Index(
        (1, "اول اولي اوله اولاني اولانيه لولي لول first 1st"),
        (2, "ثاني ثانيه تاني تانيه ثان second 2nd"),
        (3, "ثالث ثالثه تالت تالته third 3rd"),
        (4, "رابع رابعه fourth 4th"),
        (5, "خامس خامسه fifth 5th"),
        (6, "سادس سادسه ساتت sixth 6th"),
        (7, "سابع سابعه seventh 7th"),
        (8, "ثامن ثامنه تامن تامنه eighth 8th"),
        (9, "تاسع تاسعه ninth 9th"),
        (10, "عاشر عاشره tenth 10th"));

    private static readonly Dictionary<string, int> BeforeTen = Index((1, "حادي حاديه"));

    /// <summary>Words after which "ثاني" means another or again, not the second.</summary>
    private static readonly HashSet<string> Another =
        ["مره", "مرا", "شي", "شيء", "احد", "وقت", "موضوع", "سوال", "طريقه", "حاجه", "رقم", "جوال", "مكان", "شخص", "يوم", "حد"];

    public static List<int> FindAll(IReadOnlyList<string> words)
    {
        List<int> found = [];
        for (var i = 0; i < words.Count;)
        {
            i += Read(words, i, out var value);
            if (value > 0)
            {
                found.Add(value);
            }
        }
        return found;
    }

    private static int Read(IReadOnlyList<string> words, int at, out int value)
    {
        var word = WithoutArticle(words[at], out var definite);
        var next = at + 1 < words.Count ? words[at + 1] : "";
        var isUnit = Simple.TryGetValue(word, out value) || BeforeTen.TryGetValue(word, out value);
        if (isUnit && NumberWords.Ten.Contains(next))
        {
            value += 10;
            return 2;
        }
        if (isUnit && next.StartsWith("وال", StringComparison.Ordinal) && NumberWords.Tens.TryGetValue(next[3..], out var tens))
        {
            value += tens;
            return 2;
        }
        if (!isUnit && definite && NumberWords.Tens.TryGetValue(word, out value))
        {
            return 1;
        }
        if (!isUnit || BeforeTen.ContainsKey(word) || (!definite && value == 2 && at > 0 && Another.Contains(words[at - 1])))
        {
            value = 0;
        }
        return 1;
    }

    private static string WithoutArticle(string word, out bool definite)
    {
        foreach (var article in (ReadOnlySpan<string>)["وال", "بال", "كال", "فال", "لل", "ال"])
        {
            if (word.Length > article.Length + 2 && word.StartsWith(article, StringComparison.Ordinal))
            {
                definite = true;
                return word[article.Length..];
            }
        }
        definite = word is "first" or "second" or "third";
        return word;
    }

    private static Dictionary<string, int> Index(params (int Value, string Words)[] groups) =>
        groups.SelectMany(group => group.Words.Split(' '), (group, word) => (word, group.Value))
            .ToDictionary(pair => pair.word, pair => pair.Value, StringComparer.Ordinal);
}
