using Kayan.Bot.Dialogs.Faq;
using Kayan.Bot.Dialogs.Prompts;
using Kayan.Bot.Dialogs.Ratings;
using Kayan.Bot.Dialogs.Status;
using Kayan.Bot.Dialogs.Verification;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs;

/// <summary>What the bot remembers of a conversation between turns, beside the open dialog.</summary>
internal sealed class Talk(ConversationState state, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    // Where a person is in the middle of something; a menu or an offer that nobody answered is not that.
    private static readonly string[] Serious = [nameof(RatingDialog), nameof(StatusDialog), nameof(VerificationDialog), nameof(FaqChoiceDialog)];

    private readonly IStatePropertyAccessor<bool> introduced = state.CreateProperty<bool>("introduced");
    private readonly IStatePropertyAccessor<bool> consentAsked = state.CreateProperty<bool>("consentAsked");
    private readonly IStatePropertyAccessor<bool> noted = state.CreateProperty<bool>("noted");
    private readonly IStatePropertyAccessor<int> misses = state.CreateProperty<int>("misses");
    private readonly IStatePropertyAccessor<long> heard = state.CreateProperty<long>("heard");

    /// <summary>The person has met the bot: greeted, and told what is kept and why.</summary>
    public Task<bool> IsIntroducedAsync(ITurnContext turn, CancellationToken cancellationToken) => introduced.GetAsync(turn, No, cancellationToken);

    public Task SetIntroducedAsync(ITurnContext turn, CancellationToken cancellationToken) => introduced.SetAsync(turn, true, cancellationToken);

    /// <summary>The person was asked whether the service may write first, or has said so unasked. It is asked once.</summary>
    public Task<bool> IsConsentAskedAsync(ITurnContext turn, CancellationToken cancellationToken) => consentAsked.GetAsync(turn, No, cancellationToken);

    public Task SetConsentAskedAsync(ITurnContext turn, CancellationToken cancellationToken) => consentAsked.SetAsync(turn, true, cancellationToken);

    /// <summary>While the person waits for a human the first message is acknowledged, the others are only recorded.</summary>
    public Task<bool> IsNotedAsync(ITurnContext turn, CancellationToken cancellationToken) => noted.GetAsync(turn, No, cancellationToken);

    public Task SetNotedAsync(ITurnContext turn, bool value, CancellationToken cancellationToken) => noted.SetAsync(turn, value, cancellationToken);

    /// <summary>Counts a message that was not understood.</summary>
    /// <returns>How many there were in a row.</returns>
    public async Task<int> MissAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var count = await misses.GetAsync(turn, () => 0, cancellationToken) + 1;
        await misses.SetAsync(turn, count, cancellationToken);
        return count;
    }

    public async Task UnderstoodAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (await misses.GetAsync(turn, () => 0, cancellationToken) != 0)
        {
            await misses.SetAsync(turn, 0, cancellationToken);
        }
    }

    /// <summary>The person has said something in the dialog that is open.</summary>
    public Task HeardAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        heard.SetAsync(turn, time.GetUtcNow().ToUnixTimeSeconds(), cancellationToken);

    /// <summary>The service has begun a dialog by itself: the person is not in the middle of it yet.</summary>
    public Task NotHeardAsync(ITurnContext turn, CancellationToken cancellationToken) => heard.SetAsync(turn, 0, cancellationToken);

    /// <summary>What is open is a request for a rating that the service has begun by itself, and the person has not answered yet.</summary>
    public async Task<bool> IsUnansweredAsync(DialogContext dc, CancellationToken cancellationToken) =>
        dc.ActiveDialog?.Id is nameof(RatingDialog) or KayanPrompts.Rating
        && dc.Stack.Any(dialog => dialog.Id == nameof(RatingDialog))
        && await heard.GetAsync(dc.Context, () => -1, cancellationToken) == 0;

    /// <summary>The person is in the middle of a dialog, and has written lately.</summary>
    public async Task<bool> IsBusyAsync(DialogContext dc, CancellationToken cancellationToken) =>
        dc.Stack.Any(dialog => Serious.Contains(dialog.Id))
        && await heard.GetAsync(dc.Context, () => 0, cancellationToken) > (time.GetUtcNow() - Pause).ToUnixTimeSeconds();

    private static bool No() => false;
}
