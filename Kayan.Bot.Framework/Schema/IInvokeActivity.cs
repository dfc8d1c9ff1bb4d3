namespace Microsoft.Bot.Schema;

/// <summary>A call that expects an answer.</summary>
public interface IInvokeActivity : IActivity
{
    /// <summary>The operation.</summary>
    string Name { get; set; }

    /// <summary>Its data.</summary>
    object Value { get; set; }

    /// <summary>Another conversation that it is about.</summary>
    ConversationReference RelatesTo { get; set; }
}
