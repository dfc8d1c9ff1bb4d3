namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>The choice that was found in an answer.</summary>
public class FoundChoice
{
    /// <summary>The choice's value.</summary>
    public string Value { get; set; }

    /// <summary>Its place in the list, from 0.</summary>
    public int Index { get; set; }

    /// <summary>How well it fits, up to 1.</summary>
    public float Score { get; set; }

    /// <summary>The word that matched; null when it was a number.</summary>
    public string Synonym { get; set; }
}
