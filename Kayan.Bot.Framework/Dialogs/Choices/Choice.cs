namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>One thing to choose.</summary>
public class Choice
{
    /// <summary>A choice, named by its value.</summary>
    public Choice(string value = null) => Value = value;

    /// <summary>What is shown and what is returned.</summary>
    public string Value { get; set; }

    /// <summary>A button of its own.</summary>
    public CardAction Action { get; set; }

    /// <summary>Other words for it.</summary>
    public List<string> Synonyms { get; set; }
}
