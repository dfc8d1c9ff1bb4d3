using Kayan.Bot.Dialogs.Prompts;
using Kayan.Bot.Dialogs.Texts;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs.Consent;

/// <summary>After the first answer: what is kept and why, and whether the service may write first. Asked once; no answer is fine.</summary>
internal sealed class ConsentDialog : WaterfallDialog
{
    private readonly Talk talk;
    private readonly Welcome welcome;
    private readonly Subscription subscription;

    public ConsentDialog(Talk talk, Welcome welcome, Subscription subscription)
        : base(nameof(ConsentDialog))
    {
        (this.talk, this.welcome, this.subscription) = (talk, welcome, subscription);
        AddStep(AskAsync);
        AddStep(KeepAsync);
    }

    private async Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        await welcome.TellPrivacyAsync(step.Context, cancellationToken);
        await talk.SetConsentAskedAsync(step.Context, cancellationToken);
        return await step.PromptAsync(KayanPrompts.Offer, Ask.For(ConsentText.Ask), cancellationToken);
    }

    private async Task<DialogTurnResult> KeepAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is not string answer)
        {
            return await step.EndDialogAsync(Next.Instead(step.Context), cancellationToken);
        }

        await subscription.AnswerAsync(step.Context, answer == YesNoPrompt.Yes, cancellationToken);
        return await step.EndDialogAsync(null, cancellationToken);
    }
}
