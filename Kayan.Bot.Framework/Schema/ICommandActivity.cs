namespace Microsoft.Bot.Schema;

/// <summary>Asks the other side to do something.</summary>
public interface ICommandActivity : IActivity
{
    /// <summary>The command.</summary>
    string Name { get; set; }

    /// <summary>Its data.</summary>
    object Value { get; set; }
}
