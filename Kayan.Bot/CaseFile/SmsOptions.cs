namespace Kayan.Bot.CaseFile;

/// <summary>Section "Sms": what text messages can do.</summary>
internal sealed class SmsOptions
{
    public const string Section = "Sms";

    /// <summary>
    /// Whether the configured number receives answers. In Saudi Arabia none does, so that text messages carry a link instead of a question.
    /// Default: no.
    /// </summary>
    public bool CanReceive { get; set; }
}
