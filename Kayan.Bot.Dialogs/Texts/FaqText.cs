using IntentKind = Kayan.Bot.Domain.Faq.Intent;

namespace Kayan.Bot.Dialogs.Texts;

/// <summary>The texts of Faq.resx.</summary>
internal static class FaqText
{
    public const string Unsure = "Faq.Unsure";
    public const string None = "Faq.None";
    public const string Misconception = "Faq.Misconception";
    public const string OutOfScope = "Faq.OutOfScope";

    /// <summary>What an intent is called where it is offered as a choice.</summary>
    public static string Intent(IntentKind intent) => $"Faq.Intent_{intent}";
}
