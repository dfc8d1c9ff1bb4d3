namespace Kayan.Bot.Dialogs.Texts;

/// <summary>The texts of Greeting.resx.</summary>
internal static class GreetingText
{
    public const string Hello = "Greeting.Hello";
    public const string HelloBack = "Greeting.HelloBack";
    public const string Again = "Greeting.Again";
    public const string AgainBack = "Greeting.AgainBack";
    public const string Thanks = "Greeting.Thanks";
    public const string Privacy = "Greeting.Privacy";
    public const string PrivacyWeb = "Greeting.PrivacyWeb";
}
