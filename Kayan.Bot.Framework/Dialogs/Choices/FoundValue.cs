namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A value that was found in an answer.</summary>
public class FoundValue
{
    /// <summary>The value.</summary>
    public string Value { get; set; }

    /// <summary>The index that belongs to it.</summary>
    public int Index { get; set; }

    /// <summary>How well it fits, up to 1.</summary>
    public float Score { get; set; }
}
