namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A value to look for, with the index of its choice.</summary>
public class SortedValue
{
    /// <summary>The value.</summary>
    public string Value { get; set; }

    /// <summary>The index of its choice.</summary>
    public int Index { get; set; }
}
