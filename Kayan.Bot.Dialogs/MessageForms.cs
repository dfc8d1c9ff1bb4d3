using Microsoft.Bot.Schema;

namespace Kayan.Bot.Dialogs;

/// <summary>
/// What a message looks like where its own words cannot go: kept in the activity's channelData, for the channel to choose from.
/// </summary>
public sealed record MessageForms
{
    private const string QuestionKey = "question";
    private const string SmsKey = "sms";
    private const string TemplateKey = "template";
    private const string RatesKey = "rates";
    private const string VariablePrefix = "template.";

    /// <summary>The question without its numbered list, for a channel that shows the choices as buttons.</summary>
    public string? Question { get; init; }

    /// <summary>The words for a text message, where they differ: without buttons, and asking for nothing that nobody could answer.</summary>
    public string? Sms { get; init; }

    /// <summary>The name of the approved template that says the same outside WhatsApp's 24-hour window.</summary>
    public string? Template { get; init; }

    /// <summary>The stage whose rating it asks for, by its entry: a button that is pressed on it counts for that one.</summary>
    public string? Rates { get; init; }

    /// <summary>The template's variables by name.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>The forms that an activity carries; none where it has no channelData of ours.</summary>
    public static MessageForms Of(Activity activity)
    {
        if (!activity.TryGetChannelData<Dictionary<string, string>>(out var data) || data is null)
        {
            return new();
        }

        return new()
        {
            Question = data.GetValueOrDefault(QuestionKey),
            Sms = data.GetValueOrDefault(SmsKey),
            Template = data.GetValueOrDefault(TemplateKey),
            Rates = data.GetValueOrDefault(RatesKey),
            Variables = data.Where(pair => pair.Key.StartsWith(VariablePrefix, StringComparison.Ordinal))
                .ToDictionary(pair => pair.Key[VariablePrefix.Length..], pair => pair.Value),
        };
    }

    /// <summary>Puts these forms beside the activity's own words.</summary>
    public Activity On(Activity activity)
    {
        var data = Variables.ToDictionary(pair => VariablePrefix + pair.Key, pair => pair.Value);
        foreach (var (key, value) in (ReadOnlySpan<(string, string?)>)[(QuestionKey, Question), (SmsKey, Sms), (TemplateKey, Template), (RatesKey, Rates)])
        {
            if (value is not null)
            {
                data[key] = value;
            }
        }

        activity.ChannelData = data;
        return activity;
    }
}
