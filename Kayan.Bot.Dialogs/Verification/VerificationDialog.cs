using Kayan.Bot.Dialogs.Prompts;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Handoffs;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs.Verification;

/// <summary>Request number, last four digits of the id, code to the phone on file. Ends with <see cref="Verified"/> or what comes instead.</summary>
internal sealed class VerificationDialog : WaterfallDialog
{
    public const string Verified = "verified";

    private const string Number = "number";

    private readonly IVerification verification;
    private readonly Replies replies;

    public VerificationDialog(IVerification verification, Replies replies)
        : base(nameof(VerificationDialog))
    {
        (this.verification, this.replies) = (verification, replies);
        AddStep(AskNumberAsync);
        AddStep(AskLastFourAsync);
        AddStep(LookUpAsync);
        AddStep(EndAsync);
    }

    private static Task<DialogTurnResult> AskNumberAsync(WaterfallStepContext step, CancellationToken cancellationToken) =>
        step.Options is string { Length: > 0 } number
            ? step.NextAsync(number, cancellationToken)
            : step.PromptAsync(KayanPrompts.RequestNumber, Ask.For(VerificationText.AskNumber), cancellationToken);

    private static Task<DialogTurnResult> AskLastFourAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is not string number)
        {
            return step.EndDialogAsync(Next.Instead(step.Context), cancellationToken);
        }

        step.Values[Number] = number;
        return step.PromptAsync(KayanPrompts.LastFour, Ask.For(VerificationText.AskLastFour), cancellationToken);
    }

    private async Task<DialogTurnResult> LookUpAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is not string lastFour)
        {
            return await step.EndDialogAsync(Next.Instead(step.Context), cancellationToken);
        }

        switch (await verification.LookUpAsync((string)step.Values[Number], lastFour, cancellationToken))
        {
            case LookUpResult.CodeSent:
                return await step.PromptAsync(KayanPrompts.Code, Ask.For(VerificationText.AskCode), cancellationToken);
            case LookUpResult.NoMatch:
                await step.Context.SendActivityAsync(replies.Text(VerificationText.NoMatch), cancellationToken);
                return await step.ReplaceDialogAsync(Id, string.Empty, cancellationToken);
            case LookUpResult.TooManyCodes:
                await step.Context.SendActivityAsync(replies.Text(VerificationText.TooManySends), cancellationToken);
                return await step.EndDialogAsync(null, cancellationToken);
            default:
                return await step.EndDialogAsync(Next.ToHuman(HandoffReason.NotVerified), cancellationToken);
        }
    }

    private async Task<DialogTurnResult> EndAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is null)
        {
            return await step.EndDialogAsync(Next.Instead(step.Context), cancellationToken);
        }

        await step.Context.SendActivityAsync(replies.Text(VerificationText.Verified), cancellationToken);
        return await step.EndDialogAsync(Verified, cancellationToken);
    }
}
