namespace Microsoft.Bot.Schema;

/// <summary>Someone is named in the text.</summary>
public class Mention : Entity
{
    /// <summary>An empty mention.</summary>
    public Mention()
        : base("mention")
    {
    }

    /// <summary>A mention of an account by a text.</summary>
    public Mention(ChannelAccount mentioned = default, string text = default, string type = default)
        : base(type ?? "mention")
    {
        Mentioned = mentioned;
        Text = text;
    }

    /// <summary>Who.</summary>
    public ChannelAccount Mentioned { get; set; }

    /// <summary>The words that name them.</summary>
    public string Text { get; set; }
}
