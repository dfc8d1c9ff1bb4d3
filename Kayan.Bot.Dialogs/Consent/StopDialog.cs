using Kayan.Bot.Dialogs.Prompts;
using Kayan.Bot.Dialogs.Texts;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs.Consent;

/// <summary>Somebody seems to want no more messages, in a sentence of their own: asked before anything is stopped.</summary>
internal sealed class StopDialog : WaterfallDialog
{
    private readonly Replies replies;

    public StopDialog(Replies replies)
        : base(nameof(StopDialog))
    {
        this.replies = replies;
        AddStep(AskAsync);
        AddStep(DecideAsync);
    }

    private static Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken) =>
        step.PromptAsync(KayanPrompts.Offer, Ask.For(ConsentText.ConfirmStop), cancellationToken);

    private async Task<DialogTurnResult> DecideAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        switch (step.Result)
        {
            case YesNoPrompt.Yes:
                return await step.EndDialogAsync(Next.Stop, cancellationToken);
            case YesNoPrompt.No:
                await step.Context.SendActivityAsync(replies.Text(HandoffText.Declined), cancellationToken);
                return await step.EndDialogAsync(null, cancellationToken);
            default:
                return await step.EndDialogAsync(Next.Instead(step.Context), cancellationToken);
        }
    }
}
