namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Something that dialogs may react to.</summary>
public class DialogEvent
{
    /// <summary>Whether parents are asked when nobody below handled it.</summary>
    public bool Bubble { get; set; }

    /// <summary>One of <see cref="DialogEvents"/>, or the application's own.</summary>
    public string Name { get; set; }

    /// <summary>Its data.</summary>
    public object Value { get; set; }
}
