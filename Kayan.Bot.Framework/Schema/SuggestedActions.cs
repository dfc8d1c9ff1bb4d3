namespace Microsoft.Bot.Schema;

/// <summary>Buttons that vanish once one is chosen.</summary>
public class SuggestedActions
{
    /// <summary>No buttons.</summary>
    public SuggestedActions()
    {
    }

    /// <summary>Buttons for some recipients, or for all when <paramref name="to"/> is null.</summary>
    public SuggestedActions(IList<string> to = default, IList<CardAction> actions = default)
    {
        To = to;
        Actions = actions;
    }

    /// <summary>Account ids that see them; null for everyone.</summary>
    public IList<string> To { get; set; }

    /// <summary>The buttons.</summary>
    public IList<CardAction> Actions { get; set; }
}
