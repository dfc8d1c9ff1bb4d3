namespace Kayan.Bot.Dialogs.Texts;

/// <summary>The texts of Documents.resx.</summary>
internal static class DocumentsText
{
    public const string Which = "Documents.Which";
    public const string ChoiceOf = "Documents.ChoiceOf";
    public const string Other = "Documents.Other";
    public const string Submitted = "Documents.Submitted";
    public const string Rest = "Documents.Rest";
    public const string Complete = "Documents.Complete";
    public const string RefusedKind = "Documents.RefusedKind";
    public const string RefusedSize = "Documents.RefusedSize";
    public const string RefusedFetch = "Documents.RefusedFetch";
}
