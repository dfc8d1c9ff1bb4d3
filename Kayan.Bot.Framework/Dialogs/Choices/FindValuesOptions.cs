namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How values are looked for in a text.</summary>
public class FindValuesOptions
{
    /// <summary>Whether some of a value's words are enough; default false.</summary>
    public bool AllowPartialMatches { get; set; }

    /// <summary>The language, passed to the tokenizer.</summary>
    public string Locale { get; set; }

    /// <summary>How many words may stand between two words of a value; default 2.</summary>
    public int? MaxTokenDistance { get; set; }

    /// <summary>Splits text into words; default <see cref="Choices.Tokenizer.DefaultTokenizer"/>.</summary>
    public TokenizerFunction Tokenizer { get; set; }
}
