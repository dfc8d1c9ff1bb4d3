namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog on the stack: its id and what it remembers.</summary>
public class DialogInstance
{
    /// <summary>Which dialog.</summary>
    public string Id { get; set; }

    /// <summary>What it remembers.</summary>
    public IDictionary<string, object> State { get; set; }

    /// <summary>A positive index is on this stack, a negative one on the parent's.</summary>
    public int? StackIndex { get; set; }

    /// <summary>The version of the dialog that was begun.</summary>
    public string Version { get; set; }
}
