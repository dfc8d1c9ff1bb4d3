namespace Kayan.Bot.Domain.Language;

/// <summary>
/// Finds which of the offered choices an answer means: by its number, its place, its words, part of them, with one slip of the
/// finger.
/// </summary>
public static class ChoiceFinder
{
    private const int MaxLength = 200;

    private static readonly HashSet<string> Fillers = Words.Set(
        "رقم", "الرقم", "خيار", "الخيار", "اختار", "أختار", "اخترت", "اختيار", "اختياري", "ابي", "ابغى", "ابغا", "أريد", "اريد", "نبي",
        "نبغى", "لو", "سمحت", "سمحتي", "من", "فضلك",
        "هو", "هي", "هذا", "هذي", "هذه", "عن", "في", "على", "الى", "واحد", "واحدة", "والله", "خلاص", "يا", "ولدي", "ياولدي", "بنتي",
        "يابنتي", "شكرا", "اللي", "ال",
        "number", "option", "choice", "the", "i", "want", "please", "one");

    private static readonly HashSet<string> Negators = Words.Set("ما", "لا", "مو", "مب", "غير", "مش", "ليس", "not", "no");

    private static readonly HashSet<string> Last = Words.Set("الأخير", "الأخيرة", "اخير", "آخر", "الاخيره", "last");

    /// <summary>The choice that an answer means.</summary>
    /// <param name="text">The answer as it was typed.</param>
    /// <param name="labels">The choices as they were shown, in order.</param>
    public static ChoiceMatch Find(string text, IReadOnlyList<string> labels)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(labels);
        if (text.Length > MaxLength)
        {
            return ChoiceMatch.None;
        }
        var words = Words.Of(text);
        if (words.Length == 0 || labels.Count == 0)
        {
            return ChoiceMatch.None;
        }
        var labelWords = labels.Select(Words.Of).ToArray();
        var exact = Matches(labelWords, label => label.AsSpan().SequenceEqual(words));
        if (exact.Count > 0)
        {
            return Result(exact);
        }
        var content = words.Where(word => !Fillers.Contains(word)).ToArray();
        var place = ByPlace(text, words, content, labels.Count);
        return place >= 0 ? new(place, []) : ByWords(words, content, labelWords);
    }

    private static int ByPlace(string text, string[] words, string[] content, int count)
    {
        if (content.Any(Last.Contains) && content.Length == 1)
        {
            return count - 1;
        }
        var onlyNumber = NumberReading.Of(string.Join(' ', content.Length > 0 ? content : words));
        if (onlyNumber is { HasFraction: false, OtherWords: 0, Integers: [var value] })
        {
            return value >= 1 && value <= count ? (int)value - 1 : -1;
        }
        var ordinals = OrdinalWords.FindAll(words);
        var rest = content.Count(word => OrdinalWords.FindAll([word]).Count == 0);
        if (ordinals is [var ordinal] && rest <= 1 && ordinal <= count)
        {
            return ordinal - 1;
        }
        // "الخيار ٢ لو سمحت الله يوفقك": the word for "choice" says that the number is a place, whatever else is said.
        return NumberReading.Of(text).Integers is [var named] && words.Any(w => w is "خيار" or "الخيار" or "رقم" or "option" or "number")
            && named >= 1 && named <= count ? (int)named - 1 : -1;
    }

    private static ChoiceMatch ByWords(string[] words, string[] content, string[][] labels)
    {
        if (content.Length == 0 || words.Any(Negators.Contains))
        {
            return ChoiceMatch.None;
        }
        var whole = Matches(labels, label => label.All(part => words.Any(word => Same(word, part))));
        if (whole.Count > 0)
        {
            var longest = whole.Max(i => labels[i].Length);
            return Result(whole.FindAll(i => labels[i].Length == longest));
        }
        var all = Matches(labels, label => content.All(word => label.Any(part => Same(word, part))));
        if (all.Count > 0)
        {
            return Result(all);
        }
        var best = 0;
        List<int> winners = [];
        for (var i = 0; i < labels.Length; i++)
        {
            var hits = labels[i].Count(part => part.Length > 2 && !Fillers.Contains(part) && content.Any(word => Same(word, part)));
            if (hits > 0 && hits >= best)
            {
                winners = hits > best ? [i] : [.. winners, i];
                best = hits;
            }
        }
        return Result(winners);
    }

    private static bool Same(string word, string part) => Words.NearlyEqual(WithoutArticle(word), WithoutArticle(part));

    private static string WithoutArticle(string word)
    {
        foreach (var article in (ReadOnlySpan<string>)["وال", "بال", "ال", "لل"])
        {
            if (word.Length > article.Length + 2 && word.StartsWith(article, StringComparison.Ordinal))
            {
                return word[article.Length..];
            }
        }
        return word;
    }

    private static List<int> Matches(string[][] labels, Func<string[], bool> fits) =>
        [.. Enumerable.Range(0, labels.Length).Where(i => labels[i].Length > 0 && fits(labels[i]))];

    private static ChoiceMatch Result(List<int> fits) => fits switch
    {
        [] => ChoiceMatch.None,
        [var only] => new(only, []),
        _ => new(-1, fits),
    };
}
