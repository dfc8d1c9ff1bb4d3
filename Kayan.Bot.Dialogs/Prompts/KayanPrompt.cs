using Kayan.Bot.Dialogs.Texts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Dialogs.Prompts;

/// <summary>
/// Asks by text key and understands Arabic, so that it works the same in both framework modes. Its options are made by
/// <see cref="Ask"/>. The answer is a string: a number, the id of a choice, "yes"; null where there was none.
/// </summary>
internal abstract class KayanPrompt(string id, Phrases phrases, PromptValidator<string> validator) : Prompt<string>(id, validator)
{
    /// <summary>The answer in the message, or null.</summary>
    protected abstract string? Recognise(string text, PromptOptions options);

    /// <summary>The question as the channel shows it.</summary>
    protected abstract Activity Render(string question, PromptOptions options);

    /// <summary>What is said before the question is asked again.</summary>
    protected abstract string Help(PromptOptions options);

    protected sealed override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        var question = Line.Say((isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt).Text, phrases);
        return turnContext.SendActivityAsync(Render(isRetry ? $"{Help(options)}\n\n{question}" : question, options), cancellationToken);
    }

    protected sealed override Task<PromptRecognizerResult<string>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        var answer = turnContext.Activity.Text is { Length: > 0 } text ? Recognise(text, options) : null;
        return Task.FromResult(new PromptRecognizerResult<string> { Succeeded = answer is not null, Value = answer! });
    }
}
