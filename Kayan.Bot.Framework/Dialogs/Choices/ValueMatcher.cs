namespace Microsoft.Bot.Builder.Dialogs.Choices;

// Looks for values whose words all stand in a text in their order, not too far apart. Longer values are tried first, and each word
// of the text and each value is used once, the best match first.
internal static class ValueMatcher
{
    private const int DefaultDistance = 2;

    public static List<ModelResult<FoundValue>> Find(string utterance, List<SortedValue> values, FindValuesOptions options)
    {
        var tokenize = options.Tokenizer ?? Tokenizer.DefaultTokenizer;
        var tokens = tokenize(utterance, options.Locale);
        var matches = new List<ModelResult<FoundValue>>();
        foreach (var value in values.OrderByDescending(value => value.Value.Length))
        {
            var words = tokenize(value.Value.Trim(), options.Locale);
            var from = 0;
            while (from < tokens.Count && Match(tokens, words, from, value, options) is { } match)
            {
                matches.Add(match);
                from = match.End + 1;
            }
        }

        return matches.Count == 0 ? matches : Choose(utterance, tokens, matches);
    }

    private static ModelResult<FoundValue> Match(
        List<Token> tokens, List<Token> words, int from, SortedValue value, FindValuesOptions options)
    {
        var (matched, apart, start, end) = (0, 0, -1, -1);
        foreach (var word in words)
        {
            var at = IndexOf(tokens, word.Normalized, from);
            var distance = matched > 0 ? at - from : 0;
            if (at < 0 || distance > (options.MaxTokenDistance ?? DefaultDistance))
            {
                continue;
            }

            matched++;
            apart += distance;
            from = at + 1;
            start = start < 0 ? at : start;
            end = at;
        }

        if (matched == 0 || (matched < words.Count && !options.AllowPartialMatches))
        {
            return null;
        }

        var score = (float)matched / words.Count * matched / (matched + apart);
        return new ModelResult<FoundValue>
        {
            Start = start,
            End = end,
            TypeName = "value",
            Resolution = new FoundValue { Value = value.Value, Index = value.Index, Score = score },
        };
    }

    private static int IndexOf(List<Token> tokens, string normalized, int from)
    {
        while (from < tokens.Count && tokens[from].Normalized != normalized)
        {
            from++;
        }

        return from < tokens.Count ? from : -1;
    }

    private static List<ModelResult<FoundValue>> Choose(string utterance, List<Token> tokens, List<ModelResult<FoundValue>> matches)
    {
        var chosen = new List<ModelResult<FoundValue>>();
        var indexes = new HashSet<int>();
        var used = new bool[tokens.Count];
        foreach (var match in matches.OrderByDescending(match => match.Resolution.Score))
        {
            var words = used.AsSpan(match.Start, match.End - match.Start + 1);
            if (words.Contains(true) || !indexes.Add(match.Resolution.Index))
            {
                continue;
            }

            words.Fill(true);
            match.Start = tokens[match.Start].Start;
            match.End = tokens[match.End].End;
            match.Text = utterance.Substring(match.Start, match.End - match.Start + 1);
            chosen.Add(match);
        }

        return [.. chosen.OrderBy(match => match.Start)];
    }
}
