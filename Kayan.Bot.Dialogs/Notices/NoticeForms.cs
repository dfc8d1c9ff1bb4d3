using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Dialogs.Notices;

/// <summary>The words of a follow-up by the way that it goes.</summary>
/// <param name="Text">Where it can be answered. A rating has the words of its dialog.</param>
/// <param name="Sms">As a text message, with a link.</param>
/// <param name="Link">Where the link leads.</param>
/// <param name="Template">The approved template for WhatsApp outside the 24-hour window.</param>
internal sealed record NoticeForms(string Text, string Sms, LinkKind Link, string Template)
{
    public static NoticeForms Of(FollowUpKind kind, RequestStage stage) => kind switch
    {
        FollowUpKind.RatingRequest => new(RatingText.Invite, NoticesText.RatingLink, LinkKind.Rating, "rating_request"),
        FollowUpKind.DocumentsReminder => new(NoticesText.Reminder, NoticesText.ReminderLink, LinkKind.Status, "documents_reminder"),
        FollowUpKind.CommitteeUpdate => new(NoticesText.Committee, NoticesText.CommitteeLink, LinkKind.Stop, "committee_update"),
        _ when stage == RequestStage.DocumentsNeeded => new(NoticesText.StageStep, NoticesText.StageStepLink, LinkKind.Status, "stage_step"),
        _ => new(NoticesText.Stage, NoticesText.StageLink, LinkKind.Status, "stage_notice"),
    };
}
