namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The outcome of a turn of a dialog.</summary>
public class DialogTurnResult
{
    /// <summary>An outcome.</summary>
    public DialogTurnResult(DialogTurnStatus status, object result = null)
    {
        Status = status;
        Result = result;
    }

    /// <summary>Where the stack stands.</summary>
    public DialogTurnStatus Status { get; set; }

    /// <summary>What the last dialog ended with.</summary>
    public object Result { get; set; }

    /// <summary>Whether the parent was ended by its child.</summary>
    public bool ParentEnded { get; set; }
}
