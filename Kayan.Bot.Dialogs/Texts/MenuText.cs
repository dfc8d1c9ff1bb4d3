namespace Kayan.Bot.Dialogs.Texts;

/// <summary>The texts of Menu.resx.</summary>
internal static class MenuText
{
    public const string Title = "Menu.Title";
    public const string Status = "Menu.Status";
    public const string Question = "Menu.Question";
    public const string Rating = "Menu.Rating";
    public const string Contact = "Menu.Contact";
    public const string Human = "Menu.Human";
    public const string Language = "Menu.Language";
    public const string AskQuestion = "Menu.AskQuestion";
    public const string ContactText = "Menu.Contact_Text";
    public const string OpenNow = "Menu.OpenNow";
    public const string OpensAt = "Menu.OpensAt";
}
