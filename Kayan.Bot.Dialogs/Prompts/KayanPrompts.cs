using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Dialogs.Verification;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs.Prompts;

/// <summary>The prompts that the dialogs share, by name.</summary>
internal sealed class KayanPrompts(Phrases phrases, Replies replies, Patience patience, CodeValidator codes)
{
    public const string Menu = "Menu";
    public const string MenuWithConsent = "MenuWithConsent";
    public const string Option = "Option";
    public const string Offer = "Offer";
    public const string Rating = "Rating";
    public const string Words = "Words";
    public const string RequestNumber = "RequestNumber";
    public const string LastFour = "LastFour";
    public const string Code = "Code";

    public IEnumerable<Dialog> All() =>
    [
        new OptionPrompt(Menu, phrases, replies, patience, patience.ThreeTriesAsync),
        new MenuPrompt(MenuWithConsent, phrases, replies, patience, patience.ThreeTriesAsync),
        new OptionPrompt(Option, phrases, replies, patience, patience.ThreeTriesAsync),
        new YesNoPrompt(Offer, phrases, replies, Patience.OfferAsync),
        new RatingPrompt(Rating, phrases, replies, patience.ThreeTriesAsync),
        new WordsPrompt(Words, phrases, replies, patience),
        new DigitsPrompt(RequestNumber, 7, VerificationText.NumberHelp, phrases, replies, patience.ThreeTriesAsync),
        new DigitsPrompt(LastFour, 4, VerificationText.LastFourHelp, phrases, replies, patience.ThreeTriesAsync),
        new CodePrompt(Code, phrases, replies, codes.CheckAsync),
    ];
}
