namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How a list of choices is written.</summary>
public class ChoiceFactoryOptions
{
    /// <summary>The defaults.</summary>
    public ChoiceFactoryOptions()
    {
    }

    /// <summary>Options by their parts; null takes the default.</summary>
    public ChoiceFactoryOptions(string inlineSeparator, string inlineOr, string inlineOrMore, bool? includeNumbers)
    {
        InlineSeparator = inlineSeparator;
        InlineOr = inlineOr;
        InlineOrMore = inlineOrMore;
        IncludeNumbers = includeNumbers;
    }

    /// <summary>Between choices; default ", ".</summary>
    public string InlineSeparator { get; set; }

    /// <summary>Between two choices; default " or ".</summary>
    public string InlineOr { get; set; }

    /// <summary>Before the last of more than two; default ", or ".</summary>
    public string InlineOrMore { get; set; }

    /// <summary>Whether choices are numbered; default true.</summary>
    public bool? IncludeNumbers { get; set; }
}
