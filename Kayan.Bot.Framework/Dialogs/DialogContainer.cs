namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog with a stack of its own inside.</summary>
public abstract class DialogContainer : Dialog
{
    /// <summary>A container with an id.</summary>
    protected DialogContainer(string dialogId = null)
        : base(dialogId)
    {
    }

    /// <summary>The dialogs inside.</summary>
    public DialogSet Dialogs { get; set; } = new();

    /// <summary>The context of the stack inside.</summary>
    public abstract DialogContext CreateChildContext(DialogContext dc);

    /// <summary>The dialog inside with this id, or null.</summary>
    public virtual Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId);

    /// <summary>The dialog with this id inside, or in the set of a context; null when there is none.</summary>
    public virtual Dialog FindDialog(string dialogId, DialogContext dc = null) =>
        Dialogs.Find(dialogId) ?? dc?.Dialogs?.Find(dialogId);

    /// <summary>The version that is stored with the stack.</summary>
    protected virtual string GetInternalVersion() => Dialogs.GetVersion();

    /// <summary>Emits <see cref="DialogEvents.VersionChanged"/> when the stack was begun by another version.</summary>
    protected virtual async Task CheckForVersionChangeAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var begun = dc.ActiveDialog.Version;
        var current = GetInternalVersion();
        dc.ActiveDialog.Version = current;
        if (begun is not null && begun != current)
        {
            await dc.EmitEventAsync(DialogEvents.VersionChanged, Id, true, false, cancellationToken).ConfigureAwait(false);
        }
    }
}
