using Kayan.Bot.Dialogs.Texts;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Dialogs.Prompts;

/// <summary>The person's own words, kept as written; or the wish to pass.</summary>
internal sealed class WordsPrompt(string id, Phrases phrases, Replies replies, Patience patience)
    : KayanPrompt(id, phrases, Patience.OfferAsync)
{
    private readonly Phrases phrases = phrases;

    protected override string? Recognise(string text, PromptOptions options) =>
        Skip.Is(text) ? Skip.Answer : string.IsNullOrWhiteSpace(text) || patience.AsksForSomething(text) ? null : text.Trim();

    protected override Activity Render(string question, PromptOptions options) =>
        replies.Ask(question, [phrases.Get(RatingText.Skip)], string.Empty);

    protected override string Help(PromptOptions options) => string.Empty;
}
