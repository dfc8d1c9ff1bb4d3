namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Something found in a text, and where.</summary>
public class ModelResult<T>
{
    /// <summary>The words.</summary>
    public string Text { get; set; }

    /// <summary>The first character.</summary>
    public int Start { get; set; }

    /// <summary>The last character.</summary>
    public int End { get; set; }

    /// <summary>What kind of thing it is.</summary>
    public string TypeName { get; set; }

    /// <summary>The thing.</summary>
    public T Resolution { get; set; }
}
