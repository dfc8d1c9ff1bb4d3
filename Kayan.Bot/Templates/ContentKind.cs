namespace Kayan.Bot.Templates;

/// <summary>How a stored message is shown.</summary>
internal enum ContentKind
{
    /// <summary>Words only.</summary>
    Text,

    /// <summary>With buttons below.</summary>
    QuickReply,

    /// <summary>With a list that opens; only for people who wrote in the last day.</summary>
    List,
}
