using Kayan.Bot.Dialogs.Texts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Kayan.Bot.Dialogs.Prompts;

/// <summary>Makes the options of our prompts: keys of texts, never sentences.</summary>
internal static class Ask
{
    public static PromptOptions For(string key, params string[] args) => Of(Line.Of(key, args), []);

    /// <summary>A shorter question for when it has to be asked again.</summary>
    public static PromptOptions Again(this PromptOptions options, string key)
    {
        options.RetryPrompt = MessageFactory.Text(Line.Of(key));
        return options;
    }

    /// <summary>A question with choices: the id of each, and its label as a <see cref="Line"/>.</summary>
    public static PromptOptions Choice(string question, IEnumerable<(string Id, string Label)> choices) => Of(
        question, [.. choices.Select(choice => new Choice(choice.Id) { Synonyms = [choice.Label] })]);

    private static PromptOptions Of(string line, IList<Choice> choices) =>
        new() { Prompt = MessageFactory.Text(line), Choices = choices };
}
