namespace Microsoft.Bot.Schema;

/// <summary>A reaction was put on or taken off a message.</summary>
public interface IMessageReactionActivity : IActivity
{
    /// <summary>Put on.</summary>
    IList<MessageReaction> ReactionsAdded { get; set; }

    /// <summary>Taken off.</summary>
    IList<MessageReaction> ReactionsRemoved { get; set; }
}
