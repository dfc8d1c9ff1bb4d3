using System.Globalization;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Kayan.Bot.Framework;

// The English words that the SDK's prompts take in every language without a model of its own, and only those without a second meaning.
// Arabic words are the application's own business.
internal static class EnglishWords
{
    private static readonly string[] Numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    private static readonly string[] Ordinals =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    private static readonly HashSet<string> Yes = ["true", "yes", "yep", "yup", "yeah", "y", "sure", "ok", "okay", "agree", "👍", "👌"];

    private static readonly HashSet<string> No = ["false", "no", "nope", "n", "disagree", "👎"];

    private static readonly HashSet<string> Doubts = ["not", "don", "dont", "never", "maybe", "unsure"];

    public static int? Number(string word)
    {
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            return digits;
        }

        var index = Array.IndexOf(Numbers, word);
        return index < 0 ? null : index + 1;
    }

    public static int? Ordinal(string word)
    {
        if (word.Length > 2
            && word[^2..] is "st" or "nd" or "rd" or "th"
            && int.TryParse(word.AsSpan(0, word.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            return digits;
        }

        var index = Array.IndexOf(Ordinals, word);
        return index < 0 ? null : index + 1;
    }

    // Whether the text has such words at all; the answer is null when they contradict each other or one takes it back.
    public static bool SayYesOrNo(string text, out bool? answer)
    {
        var (yes, no, doubt) = (false, false, false);
        foreach (var token in Tokenizer.DefaultTokenizerImpl(text))
        {
            yes |= Yes.Contains(token.Normalized);
            no |= No.Contains(token.Normalized);
            doubt |= Doubts.Contains(token.Normalized);
        }

        answer = doubt || yes == no ? null : yes;
        return yes || no || doubt;
    }
}
