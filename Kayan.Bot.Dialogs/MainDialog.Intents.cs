using Kayan.Bot.Dialogs.Consent;
using Kayan.Bot.Dialogs.Handoff;
using Kayan.Bot.Dialogs.Ratings;
using Kayan.Bot.Dialogs.Status;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Domain.Handoffs;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs;

// What each intent leads to.
internal sealed partial class MainDialog
{
    private async Task<DialogTurnResult> DoAsync(DialogContext dc, Intent intent, CancellationToken cancellationToken)
    {
        switch (intent)
        {
            case Intent.Status:
                var number = Understanding.RequestNumberIn(dc.Context.Activity.Text);
                return await dc.BeginDialogAsync(nameof(StatusDialog), number, cancellationToken);
            case Intent.Rating:
                return await dc.BeginDialogAsync(nameof(RateDialog), null, cancellationToken);
            case Intent.NewRequest:
                return await OfferAsync(dc, HandoffText.OfferNewRequest, cancellationToken);
            case Intent.Suggestion:
                return await OfferAsync(dc, HandoffText.OfferSuggestion, cancellationToken);
            case Intent.Complaint:
                return await OfferAsync(dc, HandoffText.OfferComplaint, cancellationToken);
            case Intent.Human:
                return await HandOverAsync(dc, HandoffReason.Asked, cancellationToken);
            case Intent.Language:
                return await SpeakAsync(dc, conversation.Language == "en" ? "ar" : "en", cancellationToken);
            case Intent.Stop:
                return await dc.BeginDialogAsync(nameof(StopDialog), null, cancellationToken);
            case Intent.Thanks:
                return await SayAsync(dc, GreetingText.Thanks, cancellationToken);
            case Intent.Greeting when await talk.IsIntroducedAsync(dc.Context, cancellationToken):
                await welcome.GreetAsync(dc.Context, cancellationToken);
                return await ShowMenuAsync(dc, cancellationToken);
            default:
                return await ShowMenuAsync(dc, cancellationToken);
        }
    }

    private static Task<DialogTurnResult> OfferAsync(DialogContext dc, string text, CancellationToken cancellationToken) =>
        dc.BeginDialogAsync(nameof(OfferHumanDialog), $"{HandoffReason.NeedsColleague}:{text}", cancellationToken);

    private async Task<DialogTurnResult> SayAsync(DialogContext dc, string text, CancellationToken cancellationToken)
    {
        await dc.Context.SendActivityAsync(replies.Text(text), cancellationToken);
        return Done;
    }
}
