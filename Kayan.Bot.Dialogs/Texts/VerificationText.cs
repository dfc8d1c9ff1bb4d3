namespace Kayan.Bot.Dialogs.Texts;

/// <summary>The texts of Verification.resx.</summary>
internal static class VerificationText
{
    public const string AskNumber = "Verification.AskNumber";
    public const string NumberHelp = "Verification.NumberHelp";
    public const string AskLastFour = "Verification.AskLastFour";
    public const string LastFourHelp = "Verification.LastFourHelp";
    public const string NoMatch = "Verification.NoMatch";
    public const string AskCode = "Verification.AskCode";
    public const string CodeHelp = "Verification.CodeHelp";
    public const string Resend = "Verification.Resend";
    public const string Resent = "Verification.Resent";
    public const string TooManySends = "Verification.TooManySends";
    public const string WrongCode = "Verification.WrongCode";
    public const string Expired = "Verification.Expired";
    public const string Verified = "Verification.Verified";
    public const string Sms = "Verification.Sms";
    public const string SmsShown = "Verification.SmsShown";
}
