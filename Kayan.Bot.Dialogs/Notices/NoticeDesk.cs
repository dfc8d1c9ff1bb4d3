using System.Globalization;
using Kayan.Bot.Dialogs.Ratings;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs.Notices;

/// <summary>
/// Says a follow-up that is due. What the service says first may be read on a locked screen by somebody else: it names the
/// request's number and nothing of its content.
/// </summary>
internal sealed class NoticeDesk(IFollowUps followUps, CurrentConversation conversation, Talk talk, Reach reach, Replies replies)
{
    /// <summary>Says it, unless the person is in the middle of something or talks with a human: then it stays due.</summary>
    /// <returns>The rating to ask for; null where the message was all, or is not wanted any more.</returns>
    public async Task<string?> SendAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        var value = Convert.ToString(dc.Context.Activity.Value, CultureInfo.InvariantCulture);
        if (conversation.Handoff == HandoffState.Human
            || !long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || await followUps.FindAsync(id, cancellationToken) is not { } due)
        {
            return null;
        }

        var oneWay = conversation.Channel == ChannelKind.Sms && !reach.SmsCanAnswer;
        var asks = due.Kind == FollowUpKind.RatingRequest && !oneWay;
        if (asks && await talk.IsBusyAsync(dc, cancellationToken))
        {
            return null;
        }

        await followUps.SettleAsync(id, FollowUpState.Sent, cancellationToken);
        conversation.MessageClass = FollowUpPlan.ClassOf(due.Kind);
        if (asks)
        {
            return RatingDialog.For(due.StageEntryId, RatingText.Invite);
        }

        var notice = oneWay ? replies.Text(OneWay(due), due.Number, reach.ChatPage) : replies.Text(Notice(due), due.Number);
        await dc.Context.SendActivityAsync(notice, cancellationToken);
        return null;
    }

    private static string OneWay(DueFollowUp due) => due.Kind switch
    {
        FollowUpKind.RatingRequest => NoticesText.RatingLink,
        FollowUpKind.DocumentsReminder => NoticesText.ReminderLink,
        FollowUpKind.CommitteeUpdate => NoticesText.Committee,
        _ => due.Stage == RequestStage.DocumentsNeeded ? NoticesText.StageStepLink : NoticesText.StageLink,
    };

    private static string Notice(DueFollowUp due) => due.Kind switch
    {
        FollowUpKind.DocumentsReminder => NoticesText.Reminder,
        FollowUpKind.CommitteeUpdate => NoticesText.Committee,
        _ => due.Stage == RequestStage.DocumentsNeeded ? NoticesText.StageStep : NoticesText.Stage,
    };
}
