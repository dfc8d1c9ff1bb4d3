namespace Microsoft.Bot.Schema;

/// <summary>A named event.</summary>
public interface IEventActivity : IActivity
{
    /// <summary>What happened.</summary>
    string Name { get; set; }

    /// <summary>Its data.</summary>
    object Value { get; set; }

    /// <summary>Another conversation that it is about.</summary>
    ConversationReference RelatesTo { get; set; }
}
