using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt asks.</summary>
public class PromptOptions
{
    /// <summary>The question.</summary>
    public Activity Prompt { get; set; }

    /// <summary>The question after an answer that was not valid; the same question when null.</summary>
    public Activity RetryPrompt { get; set; }

    /// <summary>What there is to choose from.</summary>
    public IList<Choice> Choices { get; set; }

    /// <summary>How choices are shown; the prompt's own style when null.</summary>
    public ListStyle? Style { get; set; }

    /// <summary>Data for the validator; read it through <see cref="ObjectPath.MapValueTo"/>.</summary>
    public object Validations { get; set; }

    /// <summary>The language in which <see cref="ConfirmPrompt"/> reads an answer.</summary>
    public string RecognizeLanguage { get; set; }
}
