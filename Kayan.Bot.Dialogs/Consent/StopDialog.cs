using Kayan.Bot.Dialogs.Prompts;
using Kayan.Bot.Dialogs.Texts;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs.Consent;

/// <summary>Somebody seems to want no more messages, in a sentence of their own: asked before anything is stopped.</summary>
internal sealed class StopDialog : WaterfallDialog
{
    private readonly Subscription subscription;
    private readonly Replies replies;

    public StopDialog(Subscription subscription, Replies replies)
        : base(nameof(StopDialog))
    {
        (this.subscription, this.replies) = (subscription, replies);
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
                await subscription.StopAsync(step.Context, cancellationToken);
                break;
            case YesNoPrompt.No:
                await step.Context.SendActivityAsync(replies.Text(HandoffText.Declined), cancellationToken);
                break;
        }

        return await step.EndDialogAsync(step.Result is null ? Next.Instead(step.Context) : null, cancellationToken);
    }
}
