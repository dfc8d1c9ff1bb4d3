namespace Microsoft.Bot.Schema;

/// <summary>A reaction to a message.</summary>
public class MessageReaction
{
    /// <summary>An empty reaction.</summary>
    public MessageReaction()
    {
    }

    /// <summary>A reaction of a type such as "like".</summary>
    public MessageReaction(string type = default) => Type = type;

    /// <summary>For example "like".</summary>
    public string Type { get; set; }
}
