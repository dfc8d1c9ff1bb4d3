namespace Kayan.Bot.Dialogs.Texts;

/// <summary>The texts of Common.resx.</summary>
internal static class CommonText
{
    public const string Yes = "Common.Yes";
    public const string No = "Common.No";
    public const string YesNoHint = "Common.YesNoHint";
    public const string YesNoHelp = "Common.YesNoHelp";
    public const string PickNumber = "Common.PickNumber";
    public const string PickHelp = "Common.PickHelp";
    public const string Cancelled = "Common.Cancelled";
    public const string NothingToCancel = "Common.NothingToCancel";
    public const string Help = "Common.Help";
    public const string LanguageSet = "Common.LanguageSet";
    public const string Attachment = "Common.Attachment";
    public const string Unsupported = "Common.Unsupported";
    public const string Contact = "Common.Contact";
    public const string Location = "Common.Location";
    public const string FileNotTaken = "Common.FileNotTaken";
    public const string Sticker = "Common.Sticker";
    public const string TooLong = "Common.TooLong";
    public const string Restarted = "Common.Restarted";
}
