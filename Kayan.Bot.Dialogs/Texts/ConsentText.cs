namespace Kayan.Bot.Dialogs.Texts;

/// <summary>The texts of Consent.resx.</summary>
internal static class ConsentText
{
    public const string Ask = "Consent.Ask";
    public const string AskInMenu = "Consent.AskInMenu";
    public const string Given = "Consent.Given";
    public const string Refused = "Consent.Refused";
    public const string Stopped = "Consent.Stopped";
    public const string Started = "Consent.Started";
    public const string RatingsStopped = "Consent.RatingsStopped";
    public const string NotHere = "Consent.NotHere";
    public const string ConfirmStop = "Consent.ConfirmStop";
}
