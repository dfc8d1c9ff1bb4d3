using System.Text.RegularExpressions;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Language;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Dialogs.Prompts;

/// <summary>A number of so many digits, in any script, with or without words and gaps. Leading zeros count.</summary>
internal partial class DigitsPrompt(string id, int length, string help, Phrases phrases, Replies replies, PromptValidator<string> validator)
    : KayanPrompt(id, phrases, validator)
{
    private readonly Phrases phrases = phrases;

    protected override string? Recognise(string text, PromptOptions options)
    {
        var folded = ArabicText.FoldDigits(text);
        return Only(folded) ?? Only(Gaps().Replace(folded, "$1"));
    }

    protected override Activity Render(string question, PromptOptions options) => replies.Plain(question);

    protected override string Help(PromptOptions options) => phrases.Get(help);

    private string? Only(string text)
    {
        var fitting = Digits().Matches(text).Where(run => run.Length == length).ToList();
        return fitting is [var only] ? only.Value : null;
    }

    [GeneratedRegex("([0-9])[ \u00A0.-]+(?=[0-9])")]
    private static partial Regex Gaps();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
