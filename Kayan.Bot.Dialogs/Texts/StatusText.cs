using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Dialogs.Texts;

/// <summary>The texts of Status.resx.</summary>
internal static class StatusText
{
    public const string WhichOne = "Status.WhichOne";
    public const string Choice = "Status.Choice";
    public const string NoRequest = "Status.NoRequest";
    public const string UnknownSender = "Status.UnknownSender";
    public const string NotYours = "Status.NotYours";
    public const string Line = "Status.Line";
    public const string Final = "Status.Final";
    public const string NextDocumentsUnnamed = "Status.Next_DocumentsUnnamed";
    public const string NextDocumentsSubmitted = "Status.Next_DocumentsSubmitted";
    public const string PaperMissing = "Status.Paper_Missing";
    public const string PaperExpired = "Status.Paper_Expired";
    public const string PaperSubmitted = "Status.Paper_Submitted";
    public const string NextDeclinedReason = "Status.Next_DeclinedReason";

    /// <summary>The stage's name for the beneficiary, as the policy has it.</summary>
    public static string Stage(RequestStage stage) => $"Status.Stage_{stage}";

    /// <summary>Who acts next and what the person can do.</summary>
    public static string Next(RequestStage stage) => $"Status.Next_{stage}";
}
