namespace Microsoft.Bot.Schema;

/// <summary>The values of <see cref="Activity.TextFormat"/>.</summary>
public static class TextFormatTypes
{
    /// <summary>Markdown.</summary>
    public const string Markdown = "markdown";

    /// <summary>Plain text.</summary>
    public const string Plain = "plain";

    /// <summary>Channel-specific markup.</summary>
    public const string Xml = "xml";
}
