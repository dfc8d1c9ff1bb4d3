using Kayan.Bot.Framework;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for yes or no.</summary>
public class ConfirmPrompt : Prompt<bool>
{
    private static readonly (Choice Yes, Choice No, ChoiceFactoryOptions Options) English =
        (new Choice("Yes"), new Choice("No"), PromptLocale.English);

    private readonly Dictionary<string, (Choice Yes, Choice No, ChoiceFactoryOptions Options)> _choiceDefaults;

    /// <summary>A yes-or-no prompt.</summary>
    public ConfirmPrompt(string dialogId, PromptValidator<bool> validator = null, string defaultLocale = null)
        : this(dialogId, null, validator, defaultLocale)
    {
    }

    /// <summary>A yes-or-no prompt with words for some languages, by lower-case locale such as "ar-sa".</summary>
    public ConfirmPrompt(
        string dialogId,
        Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> choiceDefaults,
        PromptValidator<bool> validator = null,
        string defaultLocale = null)
        : base(dialogId, validator)
    {
        _choiceDefaults = choiceDefaults;
        DefaultLocale = defaultLocale;
    }

    /// <summary>How yes and no are shown; by default what suits the channel.</summary>
    public ListStyle Style { get; set; } = ListStyle.Auto;

    /// <summary>The language when the activity has none.</summary>
    public string DefaultLocale { get; set; }

    /// <summary>Separators and numbers, over those of the language.</summary>
    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    /// <summary>The words for yes and no, over those of the language.</summary>
    public Tuple<Choice, Choice> ConfirmChoices { get; set; }

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
        var defaults = Defaults(activity);
        var question = AppendChoices(
            isRetry && options.RetryPrompt is not null ? options.RetryPrompt : options.Prompt,
            activity.ChannelId,
            Words(defaults),
            options.Style ?? Style,
            ChoiceOptions ?? defaults.Options,
            activity.Conversation?.ConversationType,
            string.IsNullOrEmpty(activity.From?.Id) ? null : [activity.From.Id],
            cancellationToken);
        return turnContext.SendActivityAsync(question, cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<bool>();
        if (turnContext.Activity is { Type: ActivityTypes.Message, Text: { Length: > 0 } text }
            && Read(text, turnContext.Activity) is { } yes)
        {
            result.Succeeded = true;
            result.Value = yes;
        }

        return Task.FromResult(result);
    }

    private bool? Read(string text, Activity activity)
    {
        var defaults = Defaults(activity);
        var words = Words(defaults);
        var exact = words.FindIndex(word => string.Equals(word.Value, text.Trim(), StringComparison.OrdinalIgnoreCase));
        if (exact >= 0)
        {
            return exact == 0;
        }

        if (EnglishWords.SayYesOrNo(text, out var answer))
        {
            return answer;
        }

        // Only where the choices were shown with numbers, which is what null means.
        return (ChoiceOptions ?? defaults.Options).IncludeNumbers == false ? null : ByChoice(text, words);
    }

    // Two different choices in one answer are none.
    private static bool? ByChoice(string text, List<Choice> words)
    {
        var found = ChoiceRecognizers.RecognizeChoices(text, words);
        return found.Count > 0 && found.TrueForAll(choice => choice.Resolution.Index == found[0].Resolution.Index)
            ? found[0].Resolution.Index == 0
            : null;
    }

    private List<Choice> Words((Choice Yes, Choice No, ChoiceFactoryOptions Options) defaults) =>
        ConfirmChoices is { } own ? [own.Item1, own.Item2] : [defaults.Yes, defaults.No];

    private (Choice Yes, Choice No, ChoiceFactoryOptions Options) Defaults(Activity activity) =>
        PromptLocale.Find(_choiceDefaults, activity.Locale ?? DefaultLocale, English);
}
