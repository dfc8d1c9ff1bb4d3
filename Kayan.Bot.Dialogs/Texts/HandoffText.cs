namespace Kayan.Bot.Dialogs.Texts;

/// <summary>The texts of Handoff.resx.</summary>
internal static class HandoffText
{
    public const string Open = "Handoff.Open";
    public const string Closed = "Handoff.Closed";
    public const string AlreadyOpen = "Handoff.AlreadyOpen";
    public const string AlreadyClosed = "Handoff.AlreadyClosed";
    public const string NotUnderstood = "Handoff.NotUnderstood";
    public const string NotVerified = "Handoff.NotVerified";
    public const string Distress = "Handoff.Distress";
    public const string Noted = "Handoff.Noted";
    public const string Left = "Handoff.Left";
    public const string Returned = "Handoff.Returned";
    public const string Offer = "Handoff.Offer";
    public const string OfferNewRequest = "Handoff.OfferNewRequest";
    public const string OfferSuggestion = "Handoff.OfferSuggestion";
    public const string OfferComplaint = "Handoff.OfferComplaint";
    public const string Declined = "Handoff.Declined";
    public const string OfferAttachment = "Handoff.OfferAttachment";
    public const string OfferContact = "Handoff.OfferContact";
    public const string OfferLocation = "Handoff.OfferLocation";
    public const string VoiceNote = "Handoff.VoiceNote";
}
