using Kayan.Bot.Dialogs.Prompts;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Domain.Handoffs;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs.Faq;

/// <summary>Offers the likeliest meanings of a message and "none of these". The option is their labels, separated by bars.</summary>
internal sealed class FaqChoiceDialog : WaterfallDialog
{
    private const string None = "none";
    private const string IntentPrefix = "intent:";

    private readonly IFaq faq;
    private readonly Talk talk;

    public FaqChoiceDialog(IFaq faq, Talk talk)
        : base(nameof(FaqChoiceDialog))
    {
        (this.faq, this.talk) = (faq, talk);
        AddStep(OfferAsync);
        AddStep(FollowAsync);
    }

    private Task<DialogTurnResult> OfferAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var choices = ((string)step.Options).Split('|').Select(label => (Id: label, Label: Title(label)))
            .Where(choice => choice.Label.Length > 0).Append((None, FaqText.None));
        return step.PromptAsync(KayanPrompts.Option, Ask.Choice(FaqText.Unsure, choices), cancellationToken);
    }

    private async Task<DialogTurnResult> FollowAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is not string chosen)
        {
            return await step.EndDialogAsync(Next.Instead(step.Context), cancellationToken);
        }

        if (chosen != None)
        {
            var next = chosen.StartsWith(IntentPrefix, StringComparison.Ordinal) && Intents.TryParse(chosen[IntentPrefix.Length..], out var intent)
                ? Next.ToDo(intent)
                : Next.ToAnswer(chosen);
            return await step.EndDialogAsync(next, cancellationToken);
        }

        var tooMany = await talk.MissAsync(step.Context, cancellationToken) >= Patience.Tries;
        return await step.EndDialogAsync(
            tooMany ? Next.ToHuman(HandoffReason.NotUnderstood) : Next.ToOffer(HandoffReason.NeedsColleague, HandoffText.Offer), cancellationToken);
    }

    private string Title(string label)
    {
        if (label.StartsWith(IntentPrefix, StringComparison.Ordinal))
        {
            return Intents.TryParse(label[IntentPrefix.Length..], out var intent) ? FaqText.Intent(intent) : string.Empty;
        }

        return faq.Find(label) is { } entry ? Line.Literal(entry.QuestionAr, entry.QuestionEn) : string.Empty;
    }
}
