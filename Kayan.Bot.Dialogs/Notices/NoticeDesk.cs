using System.Globalization;
using Kayan.Bot.Dialogs.Ratings;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Requests;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs.Notices;

/// <summary>
/// Says a follow-up that is due. What the service says first may be read on a locked screen by somebody else: it names the
/// request's number and nothing of its content.
/// </summary>
internal sealed class NoticeDesk(IFollowUps followUps, CurrentConversation conversation, Replies replies)
{
    /// <returns>The rating to ask for; null where the message was all, or is not wanted any more.</returns>
    public async Task<string?> SendAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        var value = Convert.ToString(dc.Context.Activity.Value, CultureInfo.InvariantCulture);
        if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || await followUps.FindAsync(id, cancellationToken) is not { } due)
        {
            return null;
        }

        await followUps.SettleAsync(id, FollowUpState.Sent, cancellationToken);
        conversation.MessageClass = FollowUpPlan.ClassOf(due.Kind);
        if (due.Kind == FollowUpKind.RatingRequest)
        {
            return RatingDialog.For(due.StageEntryId, RatingText.Invite);
        }

        await dc.Context.SendActivityAsync(replies.Text(Notice(due), due.Number), cancellationToken);
        return null;
    }

    private static string Notice(DueFollowUp due) => due.Kind switch
    {
        FollowUpKind.DocumentsReminder => NoticesText.Reminder,
        FollowUpKind.CommitteeUpdate => NoticesText.Committee,
        _ => due.Stage == RequestStage.DocumentsNeeded ? NoticesText.StageStep : NoticesText.Stage,
    };
}
