using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.Language;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Dialogs.Handoff;

/// <summary>Puts the person on the list for a human and says when one can be expected.</summary>
internal sealed class WaitingList(
    IHandoffs handoffs,
    CurrentConversation conversation,
    WorkingCalendar calendar,
    EmergencyNumbers emergency,
    TimeProvider time,
    Talk talk,
    Replies replies,
    DatePhrases dates)
{
    public bool IsWaiting => conversation.Handoff == HandoffState.Waiting;

    public async Task AskAsync(ITurnContext turn, HandoffReason reason, CancellationToken cancellationToken)
    {
        var urgency = reason == HandoffReason.Failure ? Urgency.High : Urgency.Normal;
        var isNew = await handoffs.AskAsync(reason, urgency, cancellationToken);
        conversation.Handoff ??= HandoffState.Waiting;
        if (isNew)
        {
            await talk.SetNotedAsync(turn, false, cancellationToken);
        }

        if (isNew && Apology(reason) is { } apology)
        {
            await turn.SendActivityAsync(replies.Text(apology), cancellationToken);
        }

        var now = time.GetUtcNow();
        var reply = calendar.IsOpen(now)
            ? replies.Text(isNew ? HandoffText.Open : HandoffText.AlreadyOpen)
            : replies.Text(isNew ? HandoffText.Closed : HandoffText.AlreadyClosed, dates.Opening(calendar.NextOpening(now)));
        await turn.SendActivityAsync(reply, cancellationToken);
    }

    /// <summary>Somebody may be in danger: the numbers that help at once, and a colleague before all others.</summary>
    public async Task AskUrgentlyAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        await handoffs.AskAsync(HandoffReason.Distress, Urgency.High, cancellationToken);
        conversation.Handoff ??= HandoffState.Waiting;
        await talk.SetNotedAsync(turn, true, cancellationToken);
        await turn.SendActivityAsync(Numbers(), cancellationToken);
    }

    private Activity Numbers() => replies.Text(
        HandoffText.Distress, ArabicText.Isolate(emergency.General), ArabicText.Isolate(emergency.Violence), ArabicText.Isolate(emergency.Child));

    /// <summary>What the person writes while waiting is for the worker: the first message is acknowledged, the others are only recorded.</summary>
    public async Task NoteAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (!await talk.IsNotedAsync(turn, cancellationToken))
        {
            await talk.SetNotedAsync(turn, true, cancellationToken);
            await turn.SendActivityAsync(replies.Text(HandoffText.Noted), cancellationToken);
        }
    }

    public async Task LeaveAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        await handoffs.LeaveAsync(cancellationToken);
        conversation.Handoff = null;
        await talk.SetNotedAsync(turn, false, cancellationToken);
        await turn.SendActivityAsync(replies.Text(HandoffText.Left), cancellationToken);
    }

    public async Task ReturnedAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        await talk.SetNotedAsync(turn, false, cancellationToken);
        await turn.SendActivityAsync(replies.Text(HandoffText.Returned), cancellationToken);
    }

    private static string? Apology(HandoffReason reason) => reason switch
    {
        HandoffReason.NotUnderstood => HandoffText.NotUnderstood,
        HandoffReason.NotVerified => HandoffText.NotVerified,
        HandoffReason.VoiceNote => HandoffText.VoiceNote,
        _ => null,
    };
}
