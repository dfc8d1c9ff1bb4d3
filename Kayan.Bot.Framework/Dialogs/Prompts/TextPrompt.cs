namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for a text; any text is valid unless a validator says otherwise.</summary>
public class TextPrompt : Prompt<string>
{
    /// <summary>A text prompt.</summary>
    public TextPrompt(string dialogId, PromptValidator<string> validator = null)
        : base(dialogId, validator)
    {
    }

    /// <inheritdoc/>
    protected override Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default) => SendQuestionAsync(turnContext, options, isRetry, cancellationToken);

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<string>> OnRecognizeAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<string>();
        if (turnContext.Activity is { Type: ActivityTypes.Message, Text: { } text })
        {
            result.Succeeded = true;
            result.Value = text;
        }

        return Task.FromResult(result);
    }

    // A text prompt takes everything, so it leaves the activity to its parents first.
    /// <inheritdoc/>
    protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) =>
        DialogArguments.No;
}
