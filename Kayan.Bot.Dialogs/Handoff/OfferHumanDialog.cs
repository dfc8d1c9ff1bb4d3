using Kayan.Bot.Dialogs.Prompts;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Handoffs;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs.Handoff;

/// <summary>Asks whether to hand over. The option is "reason:text key".</summary>
internal sealed class OfferHumanDialog : WaterfallDialog
{
    private readonly Replies replies;

    public OfferHumanDialog(Replies replies)
        : base(nameof(OfferHumanDialog))
    {
        this.replies = replies;
        AddStep(AskAsync);
        AddStep(DecideAsync);
    }

    private static Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken) =>
        step.PromptAsync(KayanPrompts.Offer, Ask.For(Option(step)[1]), cancellationToken);

    private async Task<DialogTurnResult> DecideAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        switch (step.Result)
        {
            case YesNoPrompt.Yes:
                return await step.EndDialogAsync(Next.ToHuman(Enum.Parse<HandoffReason>(Option(step)[0])), cancellationToken);
            case YesNoPrompt.No:
                await step.Context.SendActivityAsync(replies.Text(HandoffText.Declined), cancellationToken);
                return await step.EndDialogAsync(null, cancellationToken);
            default:
                return await step.EndDialogAsync(Next.Instead(step.Context), cancellationToken);
        }
    }

    private static string[] Option(WaterfallStepContext step) => ((string)step.Options).Split(':');
}
