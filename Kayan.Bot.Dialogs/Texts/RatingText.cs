namespace Kayan.Bot.Dialogs.Texts;

/// <summary>The texts of Rating.resx.</summary>
internal static class RatingText
{
    public const string Invite = "Rating.Invite";
    public const string Service = "Rating.Service";
    public const string Procedure = "Rating.Procedure";
    public const string Server = "Rating.Server";
    public const string Words = "Rating.Words";
    public const string Skip = "Rating.Skip";
    public const string Help = "Rating.Help";
    public const string Done = "Rating.Done";
    public const string DoneLow = "Rating.DoneLow";
    public const string Skipped = "Rating.Skipped";
    public const string Nothing = "Rating.Nothing";
    public const string ServiceAgain = "Rating.ServiceAgain";
    public const string ProcedureAgain = "Rating.ProcedureAgain";
    public const string Which = "Rating.Which";
    public const string WhichToRate = "Rating.WhichToRate";
    public const string Meant = "Rating.Meant";
    public const string Choice = "Rating.Choice";
    public const string SomethingElse = "Rating.SomethingElse";
}
