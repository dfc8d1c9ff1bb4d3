using System.Runtime.ExceptionServices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Runs a dialog as a bot's conversation.</summary>
public static class DialogExtensions
{
    private const string OncePerTurnKey = "Microsoft.Bot.Builder.Dialogs.DialogStateManager";

    /// <summary>
    /// Continues the stack kept by <paramref name="accessor"/>, or begins the dialog when it is empty.
    /// Once a turn: a second call throws <see cref="ArgumentException"/>.
    /// </summary>
    public static async Task RunAsync(
        this Dialog dialog,
        ITurnContext turnContext,
        IStatePropertyAccessor<DialogState> accessor,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        var dialogs = new DialogSet(accessor);
        dialogs.Add(dialog);
        var dc = await dialogs.CreateContextAsync(turnContext, cancellationToken).ConfigureAwait(false);
        dc.SharesTurnState = true;
        turnContext.TurnState.Add(OncePerTurnKey, dc);
        while (!await TryRunAsync(dc, dialog.Id, cancellationToken).ConfigureAwait(false))
        {
        }
    }

    // False when a dialog handled what was thrown: the turn then runs again on the stack that it left.
    private static async Task<bool> TryRunAsync(DialogContext dc, string dialogId, CancellationToken cancellationToken)
    {
        try
        {
            var result = await dc.ContinueDialogAsync(cancellationToken).ConfigureAwait(false);
            if (result.Status == DialogTurnStatus.Empty)
            {
                await dc.BeginDialogAsync(dialogId, null, cancellationToken).ConfigureAwait(false);
            }

            return true;
        }
        catch (Exception thrown)
        {
            if (!await OfferAsync(dc, thrown, cancellationToken).ConfigureAwait(false))
            {
                ExceptionDispatchInfo.Throw(thrown);
            }

            return false;
        }
    }

    private static async Task<bool> OfferAsync(DialogContext dc, Exception thrown, CancellationToken cancellationToken)
    {
        try
        {
            return await dc.EmitEventAsync(DialogEvents.Error, thrown, true, true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception second)
        {
            throw new AggregateException("Unable to emit the error as a DialogEvent.", second, thrown);
        }
    }
}
