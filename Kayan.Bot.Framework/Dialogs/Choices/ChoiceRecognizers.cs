using Kayan.Bot.Framework;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds a choice in an answer: by its words, else by an ordinal, else by a number.</summary>
public class ChoiceRecognizers
{
    /// <summary>The choices named in a text, in the order of their mention.</summary>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(
        string utterance, IList<string> choices, FindChoicesOptions options = null) =>
        RecognizeChoices(utterance, ChoiceFactory.ToChoices(choices), options);

    /// <summary>The choices named in a text, in the order of their mention.</summary>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(
        string utterance, IList<Choice> list, FindChoicesOptions options = null)
    {
        utterance ??= string.Empty;
        options ??= new FindChoicesOptions();
        var matched = Find.FindChoices(utterance, list, options);
        if (matched.Count > 0)
        {
            return matched;
        }

        var tokens = Tokenizer.DefaultTokenizerImpl(utterance);
        var ordinals = options.RecognizeOrdinals ? ByPlace(utterance, tokens, list, EnglishWords.Ordinal, out _) : [];
        if (ordinals.Count > 0 || !options.RecognizeNumbers)
        {
            return ordinals;
        }

        var numbers = ByPlace(utterance, tokens, list, EnglishWords.Number, out var outside);

        // "2 of 10": with a number that is no place in the list, what the other one means is a guess.
        return outside ? [] : numbers;
    }

    private static List<ModelResult<FoundChoice>> ByPlace(
        string utterance, List<Token> tokens, IList<Choice> list, Func<string, int?> place, out bool outside)
    {
        outside = NumberText.HasFraction(utterance);
        var found = new List<ModelResult<FoundChoice>>();
        foreach (var token in tokens)
        {
            if (place(token.Normalized) is not { } number)
            {
                continue;
            }

            if (number < 1 || number > list.Count)
            {
                outside = true;
                continue;
            }

            found.Add(new ModelResult<FoundChoice>
            {
                Start = token.Start,
                End = token.End,
                TypeName = "choice",
                Text = token.Text,
                Resolution = new FoundChoice { Value = list[number - 1].Value, Index = number - 1, Score = 1 },
            });
        }

        return found;
    }
}
