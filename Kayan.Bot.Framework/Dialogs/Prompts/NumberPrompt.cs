using System.Globalization;
using Kayan.Bot.Framework;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// Asks for a number: int, long, float, double or decimal. Digits of any script count; words do not, and where more than one reading
/// is possible the answer is not recognised. The language of the activity plays no part.
/// </summary>
public class NumberPrompt<T> : Prompt<T>
    where T : struct
{
    /// <summary>A number prompt; any other type throws <see cref="NotSupportedException"/>.</summary>
    public NumberPrompt(string dialogId, PromptValidator<T> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        DefaultLocale = defaultLocale;
        if (default(T) is not (int or long or float or double or decimal))
        {
            throw new NotSupportedException($"NumberPrompt: {typeof(T)} is not supported");
        }
    }

    /// <summary>The language when the activity has none; kept for the SDK's sake.</summary>
    public string DefaultLocale { get; set; }

    /// <inheritdoc/>
    protected override Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default) => SendQuestionAsync(turnContext, options, isRetry, cancellationToken);

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<T>();
        if (turnContext.Activity is { Type: ActivityTypes.Message, Text: { Length: > 0 } text }
            && NumberText.First(text) is { } digits
            && Parse(digits) is T value)
        {
            result.Succeeded = true;
            result.Value = value;
        }

        return Task.FromResult(result);
    }

    private static object Parse(string digits)
    {
        const NumberStyles Whole = NumberStyles.AllowLeadingSign;
        const NumberStyles Any = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var culture = CultureInfo.InvariantCulture;
        return default(T) switch
        {
            int => int.TryParse(digits, Whole, culture, out var value) ? value : null,
            long => long.TryParse(digits, Whole, culture, out var value) ? value : null,
            float => float.TryParse(digits, Any, culture, out var value) ? value : null,
            double => double.TryParse(digits, Any, culture, out var value) ? value : null,
            _ => decimal.TryParse(digits, Any, culture, out var value) ? value : null,
        };
    }
}
