using Kayan.Bot.Framework;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog made of others, begun and ended as one.</summary>
public class ComponentDialog : DialogContainer
{
    /// <summary>Where the stack inside is kept in the dialog's state.</summary>
    public const string PersistedDialogState = "dialogs";

    private bool _initialized;

    /// <summary>A component with an id.</summary>
    public ComponentDialog(string dialogId = null)
        : base(dialogId)
    {
    }

    /// <summary>The dialog that is begun first; the first one added unless set.</summary>
    public string InitialDialogId { get; set; }

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext outerDc, object options = null, CancellationToken cancellationToken = default)
    {
        DialogArguments.ThrowIfToken(options, nameof(options));
        ArgumentNullException.ThrowIfNull(outerDc);
        await PrepareAsync(outerDc, cancellationToken).ConfigureAwait(false);
        var result = await OnBeginDialogAsync(CreateChildContext(outerDc), options, cancellationToken).ConfigureAwait(false);
        return await EndUnlessWaitingAsync(outerDc, result, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ContinueDialogAsync(
        DialogContext outerDc, CancellationToken cancellationToken = default)
    {
        await PrepareAsync(outerDc, cancellationToken).ConfigureAwait(false);
        var result = await OnContinueDialogAsync(CreateChildContext(outerDc), cancellationToken).ConfigureAwait(false);
        return await EndUnlessWaitingAsync(outerDc, result, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A dialog was put above this one from outside and has ended: the question inside is asked again.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext outerDc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        DialogArguments.ThrowIfToken(result, nameof(result));
        await PrepareAsync(outerDc, cancellationToken).ConfigureAwait(false);
        await RepromptDialogAsync(outerDc.Context, outerDc.ActiveDialog, cancellationToken).ConfigureAwait(false);
        return EndOfTurn;
    }

    /// <inheritdoc/>
    public override async Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        var innerDc = new DialogContext(Dialogs, turnContext, InnerState(instance));
        await innerDc.RepromptDialogAsync(cancellationToken).ConfigureAwait(false);
        await OnRepromptDialogAsync(turnContext, instance, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        if (reason == DialogReason.CancelCalled)
        {
            var innerDc = new DialogContext(Dialogs, turnContext, InnerState(instance));
            await innerDc.CancelAllDialogsAsync(cancellationToken).ConfigureAwait(false);
        }

        await OnEndDialogAsync(turnContext, instance, reason, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds a dialog inside; the first one added is begun first.</summary>
    public ComponentDialog AddDialog(Dialog dialog)
    {
        Dialogs.Add(dialog);
        InitialDialogId ??= dialog.Id;
        return this;
    }

    /// <inheritdoc/>
    public override DialogContext CreateChildContext(DialogContext dc)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return new DialogContext(Dialogs, dc, InnerState(dc.ActiveDialog));
    }

    /// <summary>Calls <see cref="OnInitializeAsync"/> once in the life of this object.</summary>
    protected async Task EnsureInitializedAsync(DialogContext outerDc)
    {
        if (!_initialized)
        {
            _initialized = true;
            await OnInitializeAsync(outerDc).ConfigureAwait(false);
        }
    }

    /// <summary>Called before the first use; picks the initial dialog when none was set.</summary>
    protected virtual Task OnInitializeAsync(DialogContext dc)
    {
        InitialDialogId ??= Dialogs.GetDialogs().FirstOrDefault()?.Id;
        return Task.CompletedTask;
    }

    /// <summary>Begins the initial dialog inside.</summary>
    protected virtual Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc, object options, CancellationToken cancellationToken = default) =>
        innerDc.BeginDialogAsync(InitialDialogId, options, cancellationToken);

    /// <summary>Continues the stack inside: the place to look at a message before the dialogs inside do.</summary>
    protected virtual Task<DialogTurnResult> OnContinueDialogAsync(
        DialogContext innerDc, CancellationToken cancellationToken = default) => innerDc.ContinueDialogAsync(cancellationToken);

    /// <summary>Called when the component leaves the stack.</summary>
    protected virtual Task OnEndDialogAsync(
        ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) =>
        Task.CompletedTask;

    /// <summary>Called after the question inside was asked again.</summary>
    protected virtual Task OnRepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Ends the component with the result of its last dialog.</summary>
    protected virtual Task<DialogTurnResult> EndComponentAsync(
        DialogContext outerDc, object result, CancellationToken cancellationToken) =>
        outerDc.EndDialogAsync(result, cancellationToken);

    private static DialogState InnerState(DialogInstance instance)
    {
        instance.State.TryGetValue(PersistedDialogState, out var stored);
        if (stored is not DialogState state)
        {
            state = StateJson.Convert<DialogState>(stored) ?? new DialogState();
            instance.State[PersistedDialogState] = state;
        }

        state.DialogStack ??= [];
        return state;
    }

    private async Task PrepareAsync(DialogContext outerDc, CancellationToken cancellationToken)
    {
        await EnsureInitializedAsync(outerDc).ConfigureAwait(false);
        await CheckForVersionChangeAsync(outerDc, cancellationToken).ConfigureAwait(false);
    }

    private async Task<DialogTurnResult> EndUnlessWaitingAsync(
        DialogContext outerDc, DialogTurnResult result, CancellationToken cancellationToken) =>
        result.Status == DialogTurnStatus.Waiting
            ? EndOfTurn
            : await EndComponentAsync(outerDc, result.Result, cancellationToken).ConfigureAwait(false);
}
