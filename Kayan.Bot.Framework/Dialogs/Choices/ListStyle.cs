namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are shown.</summary>
public enum ListStyle
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>As suits the channel.</summary>
    Auto = 1,

    /// <summary>Within the sentence.</summary>
    Inline = 2,

    /// <summary>As a list.</summary>
    List = 3,

    /// <summary>As buttons that vanish.</summary>
    SuggestedAction = 4,

    /// <summary>As buttons on a card.</summary>
    HeroCard = 5,
}
