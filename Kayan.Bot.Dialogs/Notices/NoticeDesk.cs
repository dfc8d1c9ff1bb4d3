using System.Globalization;
using Kayan.Bot.Dialogs.Ratings;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Dialogs.Notices;

/// <summary>
/// Says a follow-up that is due. What the service says first may be read on a locked screen by somebody else: it names the
/// request's number and nothing of its content. It carries its template for WhatsApp and its words for a text message.
/// </summary>
internal sealed class NoticeDesk(IFollowUps followUps, ILinks links, CurrentConversation conversation, Talk talk, Reach reach, Replies replies)
{
    private const string Number = "number";

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
        var notice = NoticeForms.Of(due.Kind, due.Stage);
        var canAnswer = conversation.Channel == ChannelKind.Sms && !oneWay;
        var forms = new MessageForms
        {
            Sms = canAnswer ? null : replies.Sms(notice.Sms, due.Number, links.To(notice.Link, due.StageEntryId)),
            Template = notice.Template,
            Variables = new Dictionary<string, string> { [Number] = due.Number },
            Rates = due.Kind == FollowUpKind.RatingRequest ? due.StageEntryId.ToString(CultureInfo.InvariantCulture) : null,
        };
        if (asks)
        {
            Attach(dc.Context, forms);
            return RatingDialog.For(due.StageEntryId, RatingText.Invite);
        }

        var text = oneWay ? replies.Plain(forms.Sms!) : replies.Text(notice.Text, due.Number);
        await dc.Context.SendActivityAsync(forms.On(text), cancellationToken);
        return null;
    }

    /// <summary>The first message that follows is the question of the rating's dialog.</summary>
    private static void Attach(ITurnContext turn, MessageForms forms)
    {
        var isDone = false;
        turn.OnSendActivities((_, activities, next) =>
        {
            if (!isDone && activities.Find(activity => activity.Type == ActivityTypes.Message) is { } question)
            {
                (MessageForms.Of(question) with { Sms = forms.Sms, Template = forms.Template, Variables = forms.Variables, Rates = forms.Rates }).On(question);
                isDone = true;
            }

            return next();
        });
    }
}
