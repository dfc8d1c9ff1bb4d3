using System.Globalization;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Language;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Dialogs.Prompts;

/// <summary>
/// One of several choices, by its number in any script, its place, its words or its button. The answer is the choice's id. A
/// question that is clear in itself is not taken for a choice because of a word that they share.
/// </summary>
internal class OptionPrompt(string id, Phrases phrases, Replies replies, Patience patience, PromptValidator<string> validator)
    : KayanPrompt(id, phrases, validator)
{
    protected Phrases Phrases { get; } = phrases;

    protected Replies Replies { get; } = replies;

    protected override string? Recognise(string text, PromptOptions options)
    {
        var labels = Labels(options);
        var folded = ArabicText.FoldLoosely(text).Trim();
        var exact = Array.FindIndex(labels, label => ArabicText.FoldLoosely(label).Trim() == folded);
        if (exact >= 0)
        {
            return options.Choices[exact].Value;
        }

        var found = ChoiceFinder.Find(text, labels);
        var isSentence = folded.Contains(' ', StringComparison.Ordinal) && ArabicNumbers.FindAll(text).Count == 0;
        return found.Found && !(isSentence && patience.IsClear(text)) ? options.Choices[found.Index].Value : null;
    }

    protected override Activity Render(string question, PromptOptions options) => Replies.Choose(question, Labels(options));

    protected override string Help(PromptOptions options) =>
        Phrases.Get(CommonText.PickHelp, "1", options.Choices.Count.ToString(CultureInfo.InvariantCulture));

    protected string[] Labels(PromptOptions options) => [.. options.Choices.Select(choice => Line.Say(choice.Synonyms[0], Phrases))];
}
