namespace Microsoft.Bot.Schema;

/// <summary>The outcome of a command.</summary>
public interface ICommandResultActivity : IActivity
{
    /// <summary>The command.</summary>
    string Name { get; set; }

    /// <summary>Its outcome.</summary>
    object Value { get; set; }
}
