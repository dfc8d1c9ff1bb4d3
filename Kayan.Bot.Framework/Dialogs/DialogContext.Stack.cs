namespace Microsoft.Bot.Builder.Dialogs;

public partial class DialogContext
{
    private const string ActivityReceivedKey = "activityReceivedEmitted";

    /// <summary>Puts a dialog on the stack and begins it. An id that is not found throws <see cref="ArgumentException"/>.</summary>
    public async Task<DialogTurnResult> BeginDialogAsync(
        string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            DialogArguments.ThrowIfToken(options, nameof(options));
            ArgumentNullException.ThrowIfNull(string.IsNullOrEmpty(dialogId) ? null : dialogId, nameof(dialogId));
            var dialog = FindDialog(dialogId) ?? throw new ArgumentException(
                $"A dialog with the id '{dialogId}' was not found. Add it to this dialog set or to that of a parent, "
                + "for example by AddDialog in the constructor of the ComponentDialog.");
            Stack.Insert(0, new DialogInstance { Id = dialogId, State = new Dictionary<string, object>() });
            return await dialog.BeginDialogAsync(this, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (Describe(exception))
        {
            throw;
        }
    }

    /// <summary>Begins a prompt.</summary>
    public Task<DialogTurnResult> PromptAsync(
        string dialogId, PromptOptions options, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(dialogId))
        {
            throw new ArgumentNullException(nameof(dialogId));
        }

        ArgumentNullException.ThrowIfNull(options);
        return BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <summary>Passes the incoming activity to the active dialog; <see cref="DialogTurnStatus.Empty"/> when there is none.</summary>
    public async Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            if (Context.TurnState.TryAdd(ActivityReceivedKey, ActivityReceivedKey))
            {
                await EmitEventAsync(DialogEvents.ActivityReceived, Context.Activity, true, true, cancellationToken).ConfigureAwait(false);
            }

            if (ActiveDialog is not { } instance)
            {
                return new DialogTurnResult(DialogTurnStatus.Empty);
            }

            var dialog = FindDialog(instance.Id) ?? throw NotFound(instance.Id);
            return await dialog.ContinueDialogAsync(this, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (Describe(exception))
        {
            throw;
        }
    }

    /// <summary>Takes the active dialog off the stack and resumes the one below with its result.</summary>
    public async Task<DialogTurnResult> EndDialogAsync(object result = null, CancellationToken cancellationToken = default)
    {
        try
        {
            DialogArguments.ThrowIfToken(result, nameof(result));
            await EndActiveDialogAsync(DialogReason.EndCalled, cancellationToken).ConfigureAwait(false);
            if (ActiveDialog is not { } instance)
            {
                return new DialogTurnResult(DialogTurnStatus.Complete, result);
            }

            var dialog = FindDialog(instance.Id) ?? throw NotFound(instance.Id);
            return await dialog.ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (Describe(exception))
        {
            throw;
        }
    }

    /// <summary>Ends the active dialog and begins another in its place.</summary>
    public async Task<DialogTurnResult> ReplaceDialogAsync(
        string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            DialogArguments.ThrowIfToken(options, nameof(options));
            await EndActiveDialogAsync(DialogReason.ReplaceCalled, cancellationToken).ConfigureAwait(false);
            return await BeginDialogAsync(dialogId, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (Describe(exception))
        {
            throw;
        }
    }

    /// <summary>Takes all dialogs off this stack.</summary>
    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default) =>
        CancelAllDialogsAsync(false, null, null, cancellationToken);

    /// <summary>Takes all dialogs off this stack, and off the parents' until one of them handles the event.</summary>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(
        bool cancelParents, string eventName = null, object eventValue = null, CancellationToken cancellationToken = default)
    {
        try
        {
            DialogArguments.ThrowIfToken(eventValue, nameof(eventValue));
            if (Stack.Count == 0 && Parent is null)
            {
                return new DialogTurnResult(DialogTurnStatus.Empty);
            }

            await CancelUpwardsAsync(cancelParents, eventName ?? DialogEvents.CancelDialog, eventValue, cancellationToken)
                .ConfigureAwait(false);
            return new DialogTurnResult(DialogTurnStatus.Cancelled);
        }
        catch (Exception exception) when (Describe(exception))
        {
            throw;
        }
    }

    /// <summary>Has the active dialog ask its question again.</summary>
    public async Task RepromptDialogAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var handled = await EmitEventAsync(DialogEvents.RepromptDialog, null, false, false, cancellationToken).ConfigureAwait(false);
            if (!handled && ActiveDialog is { } instance)
            {
                var dialog = FindDialog(instance.Id) ?? throw NotFound(instance.Id);
                await dialog.RepromptDialogAsync(Context, instance, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (Describe(exception))
        {
            throw;
        }
    }

    private static InvalidOperationException NotFound(string dialogId) =>
        new($"A dialog with the id '{dialogId}' is on the stack but was not found.");

    // The first dialog goes without being asked; every further one hears the event first and may stop the cancelling.
    private async Task CancelUpwardsAsync(bool cancelParents, string name, object value, CancellationToken cancellationToken)
    {
        var notify = false;
        for (var dc = this; dc is not null; notify = true)
        {
            if (dc.Stack.Count == 0)
            {
                dc = cancelParents ? dc.Parent : null;
                continue;
            }

            if (notify && await dc.EmitEventAsync(name, value, false, false, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            await dc.EndActiveDialogAsync(DialogReason.CancelCalled, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task EndActiveDialogAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } instance)
        {
            return;
        }

        if (Dialogs.Find(instance.Id) is { } dialog)
        {
            await dialog.EndDialogAsync(Context, instance, reason, cancellationToken).ConfigureAwait(false);
        }

        Stack.RemoveAt(0);
    }
}
