using Kayan.Bot.Dialogs.Consent;
using Kayan.Bot.Dialogs.Documents;
using Kayan.Bot.Dialogs.Faq;
using Kayan.Bot.Dialogs.Handoff;
using Kayan.Bot.Dialogs.Menu;
using Kayan.Bot.Dialogs.Notices;
using Kayan.Bot.Dialogs.Ratings;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs;

/// <summary>The conversation: an open question goes on, anything else is understood afresh, and each dialog's end says what comes next.</summary>
internal sealed partial class MainDialog : InterruptibleDialog
{
    private readonly CurrentConversation conversation;
    private readonly Understanding understanding;
    private readonly IFaq faq;
    private readonly FaqAnswer answer;
    private readonly NoticeDesk notices;
    private readonly WaitingList waiting;
    private readonly LateRatings lateRatings;
    private readonly PaperDesk papers;
    private readonly Welcome welcome;
    private readonly Subscription subscription;
    private readonly Talk talk;
    private readonly Replies replies;

    public MainDialog(MainDialogParts parts)
        : base(nameof(MainDialog), parts.Conversation, parts.Talk, parts.Replies, parts.Welcome, parts.Subscription, parts.Waiting)
    {
        (conversation, talk, replies) = (parts.Conversation, parts.Talk, parts.Replies);
        (understanding, lateRatings, faq, answer) = (parts.Understanding, parts.LateRatings, parts.Faq, parts.Answer);
        (notices, waiting, welcome, subscription) = (parts.Notices, parts.Waiting, parts.Welcome, parts.Subscription);
        papers = parts.Papers;
        foreach (var dialog in parts.Dialogs.Concat(parts.Prompts.All()))
        {
            AddDialog(dialog);
        }
    }

    protected override async Task<DialogTurnResult> OnEventAsync(DialogContext dc, string name, CancellationToken cancellationToken)
    {
        switch (name)
        {
            case BotEvents.FollowUpDue when await notices.SendAsync(dc, cancellationToken) is { } rating:
                await dc.CancelAllDialogsAsync(cancellationToken);
                await talk.NotHeardAsync(dc.Context, cancellationToken);
                return await FollowAsync(dc, await dc.BeginDialogAsync(nameof(RatingDialog), rating, cancellationToken), cancellationToken);
            case BotEvents.HandoffReturned:
                await waiting.ReturnedAsync(dc.Context, cancellationToken);
                break;
            case BotEvents.FileRefused:
                return await OnRefusedAsync(dc, cancellationToken);
            case BotEvents.ConversationStarted when !await talk.IsIntroducedAsync(dc.Context, cancellationToken):
                return await ShowMenuAsync(dc, cancellationToken);
        }

        return dc.ActiveDialog is null ? Done : EndOfTurn;
    }

    protected override async Task<DialogTurnResult> OnMessageAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        if (await OfRatingAsync(dc, cancellationToken) is { } rating)
        {
            await dc.CancelAllDialogsAsync(cancellationToken);
            await talk.HeardAsync(dc.Context, cancellationToken);
            return await FollowAsync(dc, await GoAsync(dc, rating, cancellationToken), cancellationToken);
        }

        if (waiting.IsWaiting && dc.ActiveDialog is null)
        {
            await waiting.NoteAsync(dc.Context, cancellationToken);
            return Done;
        }

        if (string.IsNullOrWhiteSpace(dc.Context.Activity.Text) || Attached.To(dc.Context.Activity) != AttachedKind.Nothing)
        {
            return await OnWordlessAsync(dc, cancellationToken);
        }

        await talk.HeardAsync(dc.Context, cancellationToken);
        var result = dc.ActiveDialog is null
            ? await GoAsync(dc, Next.Understand, cancellationToken)
            : await dc.ContinueDialogAsync(cancellationToken);
        return await FollowAsync(dc, result, cancellationToken);
    }

    /// <summary>
    /// The button of a request for a rating, or the first answer to one that we have begun by ourselves: with another one open, or days
    /// later, its stage is not certain because its question was the last.
    /// </summary>
    private async Task<string?> OfRatingAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        var unanswered = await talk.IsUnansweredAsync(dc, cancellationToken);
        if (LateRatings.Pressed(dc.Context.Activity) is { } stars)
        {
            return await lateRatings.OfButtonAsync(dc.Context, stars, unanswered || dc.ActiveDialog is null, cancellationToken);
        }

        return unanswered && dc.Context.Activity.Text is { Length: > 0 } text ? await lateRatings.OfAnswerAsync(text, cancellationToken) : null;
    }

    private async Task<DialogTurnResult> FollowAsync(DialogContext dc, DialogTurnResult result, CancellationToken cancellationToken)
    {
        while (result.Status != DialogTurnStatus.Waiting)
        {
            if (result.Status == DialogTurnStatus.Cancelled)
            {
                return Done;
            }

            if (result.Result is not string next)
            {
                return await CloseAsync(dc, cancellationToken);
            }

            result = await GoAsync(dc, next, cancellationToken);
        }

        return result;
    }

    private async Task<DialogTurnResult> GoAsync(DialogContext dc, string next, CancellationToken cancellationToken)
    {
        if (next == Next.Understand)
        {
            next = await understanding.OfAsync(dc.Context, cancellationToken);
        }

        var colon = next.IndexOf(':', StringComparison.Ordinal) + 1;
        var rest = next[colon..];
        return next[..colon] switch
        {
            Next.Answer => await AnswerAsync(dc, rest, cancellationToken),
            Next.Do => await DoAsync(dc, Enum.Parse<Intent>(rest), cancellationToken),
            Next.Offer => await dc.BeginDialogAsync(nameof(OfferHumanDialog), rest, cancellationToken),
            Next.Human => await HandOverAsync(dc, Enum.Parse<HandoffReason>(rest), cancellationToken),
            Understanding.Choose => await dc.BeginDialogAsync(nameof(FaqChoiceDialog), rest, cancellationToken),
            LateRatings.Which => await dc.BeginDialogAsync(nameof(WhichRatingDialog), rest, cancellationToken),
            LateRatings.Rate => await dc.BeginDialogAsync(nameof(RatingDialog), rest, cancellationToken),
            Understanding.Pick => await dc.BeginDialogAsync(nameof(MenuDialog), rest, cancellationToken),
            _ => next switch
            {
                Next.Stop => await StopAsync(dc, cancellationToken),
                Understanding.Long => await SayAsync(dc, CommonText.TooLong, cancellationToken),
                _ => await MissAsync(dc, cancellationToken),
            },
        };
    }

    private async Task<DialogTurnResult> AnswerAsync(DialogContext dc, string key, CancellationToken cancellationToken)
    {
        if (faq.Find(key) is not { } entry)
        {
            return await MissAsync(dc, cancellationToken);
        }

        await dc.Context.SendActivityAsync(replies.Plain(answer.Of(entry)), cancellationToken);
        return entry.OffersHuman ? await OfferAsync(dc, HandoffText.Offer, cancellationToken) : Done;
    }

    private async Task<DialogTurnResult> StopAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        await subscription.StopAsync(dc.Context, ConsentWay.Question, cancellationToken);
        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    /// <summary>Nothing fits: at the first contact that is a reason to say who we are, later to offer a human.</summary>
    private async Task<DialogTurnResult> MissAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        if (!await talk.IsIntroducedAsync(dc.Context, cancellationToken))
        {
            await talk.UnderstoodAsync(dc.Context, cancellationToken);
            return await ShowMenuAsync(dc, cancellationToken);
        }

        await dc.Context.SendActivityAsync(replies.Text(FaqText.OutOfScope), cancellationToken);
        return await OfferAsync(dc, HandoffText.Offer, cancellationToken);
    }

    /// <summary>Nothing is open any more. The first time this is the moment for the notice and the question of consent.</summary>
    private async Task<DialogTurnResult> CloseAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        if (waiting.IsWaiting)
        {
            return Done;
        }

        if (subscription.IsOffered && !await talk.IsConsentAskedAsync(dc.Context, cancellationToken))
        {
            return await dc.BeginDialogAsync(nameof(ConsentDialog), null, cancellationToken);
        }

        await welcome.TellPrivacyAsync(dc.Context, cancellationToken);
        return Done;
    }
}
