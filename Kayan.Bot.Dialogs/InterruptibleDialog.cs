using Kayan.Bot.Dialogs.Consent;
using Kayan.Bot.Dialogs.Handoff;
using Kayan.Bot.Dialogs.Menu;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.Language;
using Kayan.Bot.Domain.People;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Dialogs;

/// <summary>Everything that works from anywhere in the conversation: danger before all else, the menu, a human, leaving, the language, stop and start.</summary>
internal abstract class InterruptibleDialog(
    string id, CurrentConversation conversation, Talk talk, Replies replies, Welcome welcome, Subscription subscription, WaitingList waiting)
    : ComponentDialog(id)
{
    // The provider has stopped or started its messages by itself and has answered: nothing is to be said.
    private const string OptOutType = "optOutType";

    /// <summary>The dialog has nothing more to say or to ask.</summary>
    protected static DialogTurnResult Done => new(DialogTurnStatus.Complete);

    /// <summary>The whole message is a word that stops or starts our messages, or the provider has taken it for one.</summary>
    public static bool IsAboutConsent(Activity activity) =>
        OptOutOf(activity) is { Length: > 0 }
        || (activity.Text is { Length: > 0 } text && Command.Recognise(text) is CommandKind.Stop or CommandKind.StopRatings or CommandKind.Start);

    private static string? OptOutOf(Activity activity) =>
        activity.TryGetChannelData<Dictionary<string, string>>(out var data) ? data?.GetValueOrDefault(OptOutType) : null;

    /// <summary>An event of the host.</summary>
    protected abstract Task<DialogTurnResult> OnEventAsync(DialogContext dc, string name, CancellationToken cancellationToken);

    /// <summary>A message that is no command.</summary>
    protected abstract Task<DialogTurnResult> OnMessageAsync(DialogContext dc, CancellationToken cancellationToken);

    protected sealed override Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc, object options, CancellationToken cancellationToken = default) => OnTurnAsync(innerDc, cancellationToken);

    protected sealed override Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default) =>
        OnTurnAsync(innerDc, cancellationToken);

    /// <summary>The rest of the conversation in that language; an open question is asked again in it.</summary>
    protected async Task<DialogTurnResult> SpeakAsync(DialogContext dc, string language, CancellationToken cancellationToken)
    {
        conversation.Language = language;
        await dc.Context.SendActivityAsync(replies.Text(CommonText.LanguageSet), cancellationToken);
        var meets = dc.ActiveDialog is null && !waiting.IsWaiting && !await talk.IsIntroducedAsync(dc.Context, cancellationToken);
        return meets ? await ShowMenuAsync(dc, cancellationToken) : await RepeatAsync(dc, cancellationToken);
    }

    protected async Task<DialogTurnResult> ShowMenuAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        var first = !await talk.IsIntroducedAsync(dc.Context, cancellationToken);
        if (first)
        {
            await welcome.GreetAsync(dc.Context, cancellationToken);
        }

        return await dc.BeginDialogAsync(nameof(MenuDialog), first ? MenuDialog.FirstContact : null, cancellationToken);
    }

    protected async Task<DialogTurnResult> HandOverAsync(DialogContext dc, HandoffReason reason, CancellationToken cancellationToken)
    {
        await dc.CancelAllDialogsAsync(cancellationToken);
        await talk.UnderstoodAsync(dc.Context, cancellationToken);
        await waiting.AskAsync(dc.Context, reason, cancellationToken);
        return Done;
    }

    /// <summary>Asks an open question again.</summary>
    protected static async Task<DialogTurnResult> RepeatAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        if (dc.ActiveDialog is null)
        {
            return Done;
        }

        await dc.RepromptDialogAsync(cancellationToken);
        return EndOfTurn;
    }

    private async Task<DialogTurnResult> OnTurnAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        var activity = dc.Context.Activity;
        if (activity.Type == ActivityTypes.Event)
        {
            return await OnEventAsync(dc, activity.Name, cancellationToken);
        }

        if (OptOutOf(activity) is { Length: > 0 } optOut)
        {
            await dc.CancelAllDialogsAsync(cancellationToken);
            await subscription.NoteAsync(dc.Context, optOut, cancellationToken);
            return Done;
        }

        if (activity.Text is { Length: > 0 } said && Distress.IsIn(said))
        {
            await dc.CancelAllDialogsAsync(cancellationToken);
            await waiting.AskUrgentlyAsync(dc.Context, cancellationToken);
            return Done;
        }

        if (dc.ActiveDialog is not null && dc.FindDialog(dc.ActiveDialog.Id) is null)
        {
            // A release has dropped the dialog that was open.
            await dc.CancelAllDialogsAsync(cancellationToken);
            await dc.Context.SendActivityAsync(replies.Text(CommonText.Restarted), cancellationToken);
        }

        var command = activity.Text is { Length: > 0 } text ? Command.Recognise(text) : CommandKind.None;
        return command == CommandKind.None
            ? await OnMessageAsync(dc, cancellationToken)
            : await InterruptAsync(dc, command, cancellationToken);
    }

    private async Task<DialogTurnResult> InterruptAsync(DialogContext dc, CommandKind command, CancellationToken cancellationToken)
    {
        switch (command)
        {
            case CommandKind.Menu:
                await LeaveAsync(dc, cancellationToken);
                return await ShowMenuAsync(dc, cancellationToken);
            case CommandKind.Human:
                return await HandOverAsync(dc, HandoffReason.Asked, cancellationToken);
            case CommandKind.Cancel:
                return await CancelAsync(dc, cancellationToken);
            case CommandKind.English or CommandKind.Arabic:
                return await SpeakAsync(dc, command == CommandKind.English ? "en" : "ar", cancellationToken);
            case CommandKind.Stop:
                await dc.CancelAllDialogsAsync(cancellationToken);
                await subscription.StopAsync(dc.Context, ConsentWay.Keyword, cancellationToken);
                return Done;
            case CommandKind.StopRatings:
                await dc.CancelAllDialogsAsync(cancellationToken);
                await subscription.StopRatingsAsync(dc.Context, cancellationToken);
                return Done;
            case CommandKind.Start:
                await subscription.StartAsync(dc.Context, cancellationToken);
                return await RepeatAsync(dc, cancellationToken);
            default:
                await dc.Context.SendActivityAsync(replies.Text(CommonText.Help), cancellationToken);
                return await RepeatAsync(dc, cancellationToken);
        }
    }

    /// <summary>
    /// The word leaves what is open. With nothing open it is one of the words that stop messages; with only our own request for a rating
    /// open it may mean either, so it is asked.
    /// </summary>
    private async Task<DialogTurnResult> CancelAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        var unasked = await talk.IsUnansweredAsync(dc, cancellationToken);
        switch (await LeaveAsync(dc, cancellationToken))
        {
            case Left.Dialog when unasked:
                return await dc.BeginDialogAsync(nameof(StopDialog), null, cancellationToken);
            case Left.Dialog:
                await dc.Context.SendActivityAsync(replies.Text(CommonText.Cancelled), cancellationToken);
                return Done;
            case Left.Nothing when !subscription.IsOffered || !await subscription.StopAsync(dc.Context, ConsentWay.Keyword, cancellationToken):
                await dc.Context.SendActivityAsync(replies.Text(CommonText.NothingToCancel), cancellationToken);
                return Done;
            default:
                return Done;
        }
    }

    private async Task<Left> LeaveAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        var left = dc.ActiveDialog is null ? Left.Nothing : Left.Dialog;
        await dc.CancelAllDialogsAsync(cancellationToken);
        if (!waiting.IsWaiting)
        {
            return left;
        }

        await waiting.LeaveAsync(dc.Context, cancellationToken);
        return Left.Waiting;
    }

    private enum Left
    {
        Nothing,
        Dialog,
        Waiting,
    }
}
