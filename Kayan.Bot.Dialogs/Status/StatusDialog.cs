using Kayan.Bot.Dialogs.Prompts;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Dialogs.Verification;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs.Status;

/// <summary>Tells where a request stands, to the person whose request it is. The option is the number that the message named, or empty.</summary>
internal sealed class StatusDialog : WaterfallDialog
{
    private const int MostChoices = 7;

    private readonly CurrentConversation conversation;
    private readonly ICaseFile caseFile;
    private readonly IVerification verification;
    private readonly StatusSentence sentence;
    private readonly Replies replies;

    public StatusDialog(
        CurrentConversation conversation, ICaseFile caseFile, IVerification verification, StatusSentence sentence, Replies replies)
        : base(nameof(StatusDialog))
    {
        (this.conversation, this.caseFile, this.verification) = (conversation, caseFile, verification);
        (this.sentence, this.replies) = (sentence, replies);
        AddStep(IdentifyAsync);
        AddStep(ChooseAsync);
        AddStep(TellAsync);
    }

    private async Task<DialogTurnResult> IdentifyAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (conversation.Channel == ChannelKind.WebChat || conversation is { PersonId: null, WhatsAppUserId: not null })
        {
            var number = Asked(step);
            return await VerifiedAsync(number, cancellationToken) is null
                ? await step.BeginDialogAsync(nameof(VerificationDialog), number, cancellationToken)
                : await step.NextAsync(VerificationDialog.Verified, cancellationToken);
        }

        if (conversation.PersonId is not null)
        {
            return await step.NextAsync(VerificationDialog.Verified, cancellationToken);
        }

        await step.Context.SendActivityAsync(replies.Text(StatusText.UnknownSender), cancellationToken);
        return await step.EndDialogAsync(Next.ToOffer(HandoffReason.NotVerified, HandoffText.Offer), cancellationToken);
    }

    private async Task<DialogTurnResult> ChooseAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is not VerificationDialog.Verified)
        {
            return await step.EndDialogAsync(step.Result, cancellationToken);
        }

        if (conversation.PersonId is not { } person)
        {
            var verified = await VerifiedAsync(string.Empty, cancellationToken);
            return await step.NextAsync(verified?.Number, cancellationToken);
        }

        var requests = await caseFile.RequestsOfAsync(person, cancellationToken);
        if (Asked(step) is { Length: > 0 } asked)
        {
            return requests.Any(request => request.Number == asked)
                ? await step.NextAsync(asked, cancellationToken)
                : await RefuseAsync(step, asked, cancellationToken);
        }

        return await ChooseAsync(step, requests, cancellationToken);
    }

    private async Task<DialogTurnResult> ChooseAsync(
        WaterfallStepContext step, IReadOnlyList<RequestView> requests, CancellationToken cancellationToken)
    {
        var open = requests.Where(request => !StageFlow.IsFinal(request.Stage)).Take(MostChoices).ToList();
        if (open.Count > 1)
        {
            var choices = open.Select(request => (request.Number, Line.Of(StatusText.Choice, request.Number, request.Title)));
            return await step.PromptAsync(KayanPrompts.Option, Ask.Choice(StatusText.WhichOne, choices), cancellationToken);
        }

        if ((open.Count == 1 ? open[0] : requests.Count > 0 ? requests[0] : null) is { } only)
        {
            return await step.NextAsync(only.Number, cancellationToken);
        }

        await step.Context.SendActivityAsync(replies.Text(StatusText.NoRequest), cancellationToken);
        return await step.EndDialogAsync(Next.ToOffer(HandoffReason.NeedsColleague, HandoffText.Offer), cancellationToken);
    }

    private async Task<DialogTurnResult> TellAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is not string number)
        {
            return await step.EndDialogAsync(Next.Instead(step.Context), cancellationToken);
        }

        var request = conversation.PersonId is { } person
            ? (await caseFile.RequestsOfAsync(person, cancellationToken)).FirstOrDefault(own => own.Number == number)
            : await VerifiedAsync(number, cancellationToken);
        await step.Context.SendActivityAsync(
            request is null ? replies.Text(StatusText.NoRequest) : replies.Plain(sentence.Of(request)), cancellationToken);
        return await step.EndDialogAsync(null, cancellationToken);
    }

    private async Task<DialogTurnResult> RefuseAsync(WaterfallStepContext step, string number, CancellationToken cancellationToken)
    {
        if (!await verification.CountWrongNumberAsync(cancellationToken))
        {
            return await step.EndDialogAsync(Next.ToHuman(HandoffReason.NotVerified), cancellationToken);
        }

        await step.Context.SendActivityAsync(replies.Text(StatusText.NotYours, number), cancellationToken);
        return await step.EndDialogAsync(null, cancellationToken);
    }

    private async Task<RequestView?> VerifiedAsync(string number, CancellationToken cancellationToken)
    {
        var id = await verification.VerifiedRequestAsync(cancellationToken);
        var request = id is null ? null : await caseFile.FindAsync(id.Value, cancellationToken);
        return number.Length == 0 || request?.Number == number ? request : null;
    }

    private static string Asked(WaterfallStepContext step) => step.Options as string ?? string.Empty;
}
