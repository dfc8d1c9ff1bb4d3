using Kayan.Bot.Dialogs.Consent;
using Kayan.Bot.Dialogs.Documents;
using Kayan.Bot.Dialogs.Faq;
using Kayan.Bot.Dialogs.Handoff;
using Kayan.Bot.Dialogs.Menu;
using Kayan.Bot.Dialogs.Notices;
using Kayan.Bot.Dialogs.Prompts;
using Kayan.Bot.Dialogs.Ratings;
using Kayan.Bot.Dialogs.Status;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Dialogs.Verification;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs;

/// <summary>What <see cref="MainDialog"/> is made of.</summary>
internal sealed record MainDialogParts(
    CurrentConversation Conversation,
    Understanding Understanding,
    LateRatings LateRatings,
    IFaq Faq,
    FaqAnswer Answer,
    NoticeDesk Notices,
    WaitingList Waiting,
    Welcome Welcome,
    Subscription Subscription,
    Talk Talk,
    Replies Replies,
    KayanPrompts Prompts,
    PaperDesk Papers,
    PaperDialog Paper,
    MenuDialog Menu,
    ConsentDialog Consent,
    StopDialog Stop,
    FaqChoiceDialog FaqChoice,
    OfferHumanDialog OfferHuman,
    StatusDialog Status,
    VerificationDialog Verification,
    RateDialog Rate,
    RatingDialog Rating,
    WhichRatingDialog WhichRating)
{
    /// <summary>Every dialog that can be open. A new one gets a line here.</summary>
    public IEnumerable<Dialog> Dialogs => [Paper, Menu, Consent, Stop, FaqChoice, OfferHuman, Status, Verification, Rate, Rating, WhichRating];
}
