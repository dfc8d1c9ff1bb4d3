namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds values in a text by their words.</summary>
public static class Find
{
    /// <summary>The choices whose words stand in a text, in the order of their mention.</summary>
    public static List<ModelResult<FoundChoice>> FindChoices(
        string utterance, IList<string> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return FindChoices(utterance, ChoiceFactory.ToChoices(choices), options);
    }

    /// <summary>The choices whose words stand in a text, in the order of their mention.</summary>
    public static List<ModelResult<FoundChoice>> FindChoices(
        string utterance, IList<Choice> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        options ??= new FindChoicesOptions();
        var words = new List<SortedValue>(choices.Count);
        for (var i = 0; i < choices.Count; i++)
        {
            AddWords(words, choices[i], i, options);
        }

        var found = new List<ModelResult<FoundChoice>>();
        foreach (var match in FindValues(utterance, words, options))
        {
            found.Add(new ModelResult<FoundChoice>
            {
                Start = match.Start,
                End = match.End,
                TypeName = "choice",
                Text = match.Text,
                Resolution = new FoundChoice
                {
                    Value = choices[match.Resolution.Index].Value,
                    Index = match.Resolution.Index,
                    Score = match.Resolution.Score,
                    Synonym = match.Resolution.Value,
                },
            });
        }

        return found;
    }

    /// <summary>The values whose words stand in a text, in the order of their mention. One that is the whole text wins alone.</summary>
    public static List<ModelResult<FoundValue>> FindValues(
        string utterance, List<SortedValue> values, FindValuesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        utterance ??= string.Empty;
        foreach (var value in values)
        {
            if (string.Equals(value.Value, utterance, StringComparison.OrdinalIgnoreCase))
            {
                return [Exact(utterance, value)];
            }
        }

        return ValueMatcher.Find(utterance, values, options ?? new FindValuesOptions());
    }

    private static ModelResult<FoundValue> Exact(string utterance, SortedValue value) => new()
    {
        Text = utterance,
        Start = 0,
        End = utterance.Length - 1,
        TypeName = "value",
        Resolution = new FoundValue { Value = value.Value, Index = value.Index, Score = 1 },
    };

    private static void AddWords(List<SortedValue> words, Choice choice, int index, FindChoicesOptions options)
    {
        if (!options.NoValue && choice.Value is not null)
        {
            words.Add(new SortedValue { Value = choice.Value, Index = index });
        }

        if (!options.NoAction && choice.Action?.Title is { } title)
        {
            words.Add(new SortedValue { Value = title, Index = index });
        }

        foreach (var synonym in choice.Synonyms ?? [])
        {
            words.Add(new SortedValue { Value = synonym, Index = index });
        }
    }
}
