namespace Microsoft.Bot.Schema;

/// <summary>Diagnostics.</summary>
public interface ITraceActivity : IActivity
{
    /// <summary>What is traced.</summary>
    string Name { get; set; }

    /// <summary>A label for people.</summary>
    string Label { get; set; }

    /// <summary>The kind of value.</summary>
    string ValueType { get; set; }

    /// <summary>The value.</summary>
    object Value { get; set; }

    /// <summary>Another conversation that it is about.</summary>
    ConversationReference RelatesTo { get; set; }
}
