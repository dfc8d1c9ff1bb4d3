namespace Microsoft.Bot.Schema;

/// <summary>A button.</summary>
public class CardAction
{
    /// <summary>An empty button.</summary>
    public CardAction()
    {
    }

    /// <summary>A button by its parts.</summary>
    public CardAction(
        string type = default,
        string title = default,
        string image = default,
        string text = default,
        string displayText = default,
        object value = default,
        object channelData = default)
    {
        Type = type;
        Title = title;
        Image = image;
        Text = text;
        DisplayText = displayText;
        Value = value;
        ChannelData = channelData;
    }

    /// <summary>One of <see cref="ActionTypes"/>.</summary>
    public string Type { get; set; }

    /// <summary>What stands on it.</summary>
    public string Title { get; set; }

    /// <summary>A picture beside the title.</summary>
    public string Image { get; set; }

    /// <summary>The text sent by messageBack.</summary>
    public string Text { get; set; }

    /// <summary>The text shown by messageBack.</summary>
    public string DisplayText { get; set; }

    /// <summary>What it carries.</summary>
    public object Value { get; set; }

    /// <summary>Content for one channel only.</summary>
    public object ChannelData { get; set; }

    /// <summary>What the picture shows.</summary>
    public string ImageAltText { get; set; }
}
