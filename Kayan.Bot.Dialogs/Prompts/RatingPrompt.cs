using System.Globalization;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Language;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Dialogs.Prompts;

/// <summary>1 to 5, in digits, words, stars or faces; or the wish to pass.</summary>
internal sealed class RatingPrompt(string id, Phrases phrases, Replies replies, PromptValidator<string> validator)
    : KayanPrompt(id, phrases, validator)
{
    private static readonly string[] Stars = ["5", "4", "3", "2", "1"];

    private readonly Phrases phrases = phrases;

    protected override string? Recognise(string text, PromptOptions options)
    {
        if (Skip.Is(text))
        {
            return Skip.Answer;
        }

        var answer = RatingScale.Recognise(text);
        return answer.Kind == RatingAnswerKind.Rating ? answer.Stars.ToString(CultureInfo.InvariantCulture) : null;
    }

    protected override Activity Render(string question, PromptOptions options) =>
        replies.Ask(question, [.. Stars, phrases.Get(RatingText.Skip)], string.Empty);

    protected override string Help(PromptOptions options) => phrases.Get(RatingText.Help);
}
