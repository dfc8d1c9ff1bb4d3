using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Language;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Dialogs.Prompts;

/// <summary>Yes or no, as people say it; "I don't know" is no answer.</summary>
internal sealed class YesNoPrompt(string id, Phrases phrases, Replies replies, PromptValidator<string> validator)
    : KayanPrompt(id, phrases, validator)
{
    public const string Yes = "yes";
    public const string No = "no";

    private readonly Phrases phrases = phrases;

    public static string? Read(string text) => text switch
    {
        "1" or "١" => Yes,
        "2" or "٢" => No,
        _ => YesNo.Recognise(text) switch { YesNoAnswer.Yes => Yes, YesNoAnswer.No => No, _ => null },
    };

    protected override string? Recognise(string text, PromptOptions options) => Read(text.Trim());

    protected override Activity Render(string question, PromptOptions options) =>
        replies.Ask(question, [phrases.Get(CommonText.Yes), phrases.Get(CommonText.No)], phrases.Get(CommonText.YesNoHint));

    protected override string Help(PromptOptions options) => phrases.Get(CommonText.YesNoHelp);
}
