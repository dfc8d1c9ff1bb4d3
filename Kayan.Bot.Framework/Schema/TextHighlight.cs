namespace Microsoft.Bot.Schema;

/// <summary>A passage of another message.</summary>
public class TextHighlight
{
    /// <summary>An empty highlight.</summary>
    public TextHighlight()
    {
    }

    /// <summary>The <paramref name="occurrence"/>th appearance of <paramref name="text"/>.</summary>
    public TextHighlight(string text = default, int? occurrence = default)
    {
        Text = text;
        Occurrence = occurrence;
    }

    /// <summary>The passage.</summary>
    public string Text { get; set; }

    /// <summary>Which of its appearances, from 1.</summary>
    public int? Occurrence { get; set; }
}
