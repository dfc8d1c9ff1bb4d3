using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Dialogs.Verification;
using Kayan.Bot.Domain.People;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs.Ratings;

/// <summary>The person wants to rate: on the website after the check, then the stage that waits for a rating.</summary>
internal sealed class RateDialog : WaterfallDialog
{
    private readonly CurrentConversation conversation;
    private readonly IVerification verification;
    private readonly LateRatings ratings;
    private readonly Replies replies;

    public RateDialog(CurrentConversation conversation, IVerification verification, LateRatings ratings, Replies replies)
        : base(nameof(RateDialog))
    {
        (this.conversation, this.verification, this.ratings, this.replies) = (conversation, verification, ratings, replies);
        AddStep(VerifyAsync);
        AddStep(StartAsync);
    }

    private async Task<DialogTurnResult> VerifyAsync(WaterfallStepContext step, CancellationToken cancellationToken) =>
        conversation.Channel == ChannelKind.WebChat && await verification.VerifiedRequestAsync(cancellationToken) is null
            ? await step.BeginDialogAsync(nameof(VerificationDialog), string.Empty, cancellationToken)
            : await step.NextAsync(VerificationDialog.Verified, cancellationToken);

    private async Task<DialogTurnResult> StartAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is not VerificationDialog.Verified)
        {
            return await step.EndDialogAsync(step.Result, cancellationToken);
        }

        if (await ratings.OfWishAsync(cancellationToken) is { } next)
        {
            return await step.EndDialogAsync(next, cancellationToken);
        }

        await step.Context.SendActivityAsync(replies.Text(RatingText.Nothing), cancellationToken);
        return await step.EndDialogAsync(null, cancellationToken);
    }
}
