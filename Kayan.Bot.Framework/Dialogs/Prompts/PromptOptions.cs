using Kayan.Bot.Framework;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt asks.</summary>
public class PromptOptions
{
    // Activities, or their JSON while nobody has asked for them: an answer that is valid needs neither question again.
    private object _prompt;
    private object _retryPrompt;

    /// <summary>The question.</summary>
    public Activity Prompt
    {
        get => Question(ref _prompt);
        set => _prompt = value;
    }

    /// <summary>The question after an answer that was not valid; the same question when null.</summary>
    public Activity RetryPrompt
    {
        get => Question(ref _retryPrompt);
        set => _retryPrompt = value;
    }

    /// <summary>What there is to choose from.</summary>
    public IList<Choice> Choices { get; set; }

    /// <summary>How choices are shown; the prompt's own style when null.</summary>
    public ListStyle? Style { get; set; }

    /// <summary>Data for the validator; read it through <see cref="ObjectPath.MapValueTo"/>.</summary>
    public object Validations { get; set; }

    /// <summary>The language in which <see cref="ConfirmPrompt"/> reads an answer.</summary>
    public string RecognizeLanguage { get; set; }

    internal (object Prompt, object RetryPrompt) Stored
    {
        get => (_prompt, _retryPrompt);
        set => (_prompt, _retryPrompt) = value;
    }

    private static Activity Question(ref object question)
    {
        if (question is StateValue stored)
        {
            question = stored.To<Activity>();
        }

        return (Activity)question;
    }
}
