using System.Diagnostics;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A piece of a conversation that can be begun, continued, resumed and ended.</summary>
[DebuggerDisplay("{Id}")]
public abstract class Dialog
{
    /// <summary>Says that the dialog waits for the user.</summary>
    public static readonly DialogTurnResult EndOfTurn = new(DialogTurnStatus.Waiting);

    private string _id;

    /// <summary>A dialog with an id; without one, the id is computed.</summary>
    public Dialog(string dialogId = null) => _id = dialogId;

    /// <summary>The id in its dialog set.</summary>
    public string Id
    {
        get => _id ??= OnComputeId();
        set => _id = value;
    }

    /// <summary>Called when the dialog is put on the stack.</summary>
    public abstract Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object options = null, CancellationToken cancellationToken = default);

    /// <summary>Called when the user says something while the dialog is active; ends it unless overridden.</summary>
    public virtual Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        dc.EndDialogAsync(null, cancellationToken);

    /// <summary>Called when the dialog above it has ended; ends it with the same result unless overridden.</summary>
    public virtual Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        DialogArguments.ThrowIfToken(result, nameof(result));
        return dc.EndDialogAsync(result, cancellationToken);
    }

    /// <summary>Asks the question again.</summary>
    public virtual Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Called when the dialog leaves the stack.</summary>
    public virtual Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) =>
        Task.CompletedTask;

    /// <summary>Changes when the dialog can no longer continue what an earlier version began.</summary>
    public virtual string GetVersion() => Id;

    /// <summary>Offers an event to this dialog, then to its parents, then to this dialog again; true when handled.</summary>
    public virtual async Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        if (await OnPreBubbleEventAsync(dc, e, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        if (e.Bubble
            && dc.Parent is not null
            && await dc.Parent.EmitEventAsync(e.Name, e.Value, true, false, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        return await OnPostBubbleEventAsync(dc, e, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sees an event before the parents; true stops it.</summary>
    protected virtual Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) =>
        DialogArguments.No;

    /// <summary>Sees an event that no parent handled; true when handled here.</summary>
    protected virtual Task<bool> OnPostBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) =>
        DialogArguments.No;

    /// <summary>The id of a dialog that was given none.</summary>
    protected virtual string OnComputeId() => GetType().Name;
}
