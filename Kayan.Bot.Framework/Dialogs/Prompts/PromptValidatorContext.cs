using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a validator sees.</summary>
public class PromptValidatorContext<T>
{
    internal PromptValidatorContext(
        ITurnContext turnContext, PromptRecognizerResult<T> recognized, IDictionary<string, object> state, PromptOptions options)
    {
        Context = turnContext;
        Recognized = recognized;
        State = state;
        Options = options;
    }

    /// <summary>The turn.</summary>
    public ITurnContext Context { get; }

    /// <summary>What was recognised; its value may be changed.</summary>
    public PromptRecognizerResult<T> Recognized { get; }

    /// <summary>What was asked.</summary>
    public PromptOptions Options { get; }

    /// <summary>What the validator wants to remember until the next answer.</summary>
    public IDictionary<string, object> State { get; }

    /// <summary>Which answer this is, from 1.</summary>
    public int AttemptCount =>
        State.TryGetValue(Prompt<T>.AttemptCountKey, out var count) ? Convert.ToInt32(count, CultureInfo.InvariantCulture) : 0;
}
