namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A word of a text.</summary>
public class Token
{
    /// <summary>Its first character.</summary>
    public int Start { get; set; }

    /// <summary>Its last character.</summary>
    public int End { get; set; }

    /// <summary>As written.</summary>
    public string Text { get; set; }

    /// <summary>As compared.</summary>
    public string Normalized { get; set; }
}
