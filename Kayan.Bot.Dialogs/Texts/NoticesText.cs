namespace Kayan.Bot.Dialogs.Texts;

/// <summary>The texts of Notices.resx.</summary>
internal static class NoticesText
{
    public const string Stage = "Notices.Stage";
    public const string StageStep = "Notices.StageStep";
    public const string Reminder = "Notices.Reminder";
    public const string Committee = "Notices.Committee";
    public const string StageLink = "Notices.StageLink";
    public const string StageStepLink = "Notices.StageStepLink";
    public const string ReminderLink = "Notices.ReminderLink";
    public const string CommitteeLink = "Notices.CommitteeLink";
    public const string RatingLink = "Notices.RatingLink";
}
