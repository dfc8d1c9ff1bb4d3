using Kayan.Bot.Dialogs.Texts;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Dialogs.Prompts;

/// <summary>The first menu of a conversation: under it stands the question of consent, so that a choice, yes and no are answers.</summary>
internal sealed class MenuPrompt(string id, Phrases phrases, Replies replies, Patience patience, PromptValidator<string> validator)
    : OptionPrompt(id, phrases, replies, patience, validator)
{
    protected override string? Recognise(string text, PromptOptions options) =>
        base.Recognise(text, options) ?? (char.IsAsciiDigit(text[0]) ? null : YesNoPrompt.Read(text.Trim()));

    protected override Activity Render(string question, PromptOptions options) =>
        Replies.Choose(question, Labels(options), Phrases.Get(ConsentText.AskInMenu));
}
