namespace Microsoft.Bot.Schema;

/// <summary>A private suggestion to one member.</summary>
public interface ISuggestionActivity : IMessageActivity
{
    /// <summary>Passages that it refers to.</summary>
    IList<TextHighlight> TextHighlights { get; set; }
}
