using Kayan.Bot.Framework;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks to choose from a list.</summary>
public class ChoicePrompt : Prompt<FoundChoice>
{
    private readonly Dictionary<string, ChoiceFactoryOptions> _choiceDefaults;

    /// <summary>A choice prompt.</summary>
    public ChoicePrompt(string dialogId, PromptValidator<FoundChoice> validator = null, string defaultLocale = null)
        : this(dialogId, null, validator, defaultLocale)
    {
    }

    /// <summary>A choice prompt with separators for some languages, by lower-case locale such as "ar-sa".</summary>
    public ChoicePrompt(
        string dialogId,
        Dictionary<string, ChoiceFactoryOptions> choiceDefaults,
        PromptValidator<FoundChoice> validator = null,
        string defaultLocale = null)
        : base(dialogId, validator)
    {
        _choiceDefaults = choiceDefaults;
        DefaultLocale = defaultLocale;
    }

    /// <summary>How choices are shown; by default what suits the channel.</summary>
    public ListStyle Style { get; set; } = ListStyle.Auto;

    /// <summary>The language when the activity has none.</summary>
    public string DefaultLocale { get; set; }

    /// <summary>Separators and numbers of the list, over those of the language.</summary>
    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    /// <summary>How an answer is looked for in the choices.</summary>
    public FindChoicesOptions RecognizerOptions { get; set; }

    /// <inheritdoc/>
    protected override Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var activity = turnContext.Activity;
        var question = AppendChoices(
            isRetry && options.RetryPrompt is not null ? options.RetryPrompt : options.Prompt,
            activity.ChannelId,
            options.Choices ?? [],
            options.Style ?? Style,
            ChoiceOptions ?? PromptLocale.Find(_choiceDefaults, activity.Locale ?? DefaultLocale, PromptLocale.English),
            activity.Conversation?.ConversationType,
            string.IsNullOrEmpty(activity.From?.Id) ? null : [activity.From.Id],
            cancellationToken);
        return turnContext.SendActivityAsync(question, cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var result = new PromptRecognizerResult<FoundChoice>();
        if (turnContext.Activity is { Type: ActivityTypes.Message, Text: { Length: > 0 } text })
        {
            var found = ChoiceRecognizers.RecognizeChoices(text, options.Choices ?? [], RecognizerOptions);
            if (found.Count > 0)
            {
                result.Succeeded = true;
                result.Value = found[0].Resolution;
            }
        }

        return Task.FromResult(result);
    }
}
