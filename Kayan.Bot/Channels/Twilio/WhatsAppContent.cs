using Kayan.Bot.Dialogs;
using Kayan.Bot.Templates;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>An activity as WhatsApp takes it: free text, a stored message with its values, or neither.</summary>
/// <param name="Body">The free text.</param>
/// <param name="Sid">The stored message.</param>
/// <param name="Variables">Its values as JSON.</param>
/// <param name="Missing">The template that it needs and that may not be used (yet).</param>
internal sealed record WhatsAppContent(string? Body, string? Sid, string? Variables, string? Missing)
{
    private const string AnyMessage = "message";

    private static readonly Dictionary<string, string> None = [];

    private IReadOnlyDictionary<string, string> Parts { get; init; } = None;

    /// <summary>The words as the person reads them, by the template of this version.</summary>
    private string? Filled { get; init; }

    /// <summary>Within 24 hours of the person's last message: choices as buttons or a list where they fit, otherwise as numbered lines.</summary>
    public static WhatsAppContent InWindow(Activity activity, string language, TemplateBook book) =>
        Menu(activity, language, book) ?? new(TwilioText.WhatsApp(activity), null, null, null);

    /// <summary>Later: an approved template, never free text.</summary>
    public static WhatsAppContent OutOfWindow(Activity activity, string language, TemplateBook book)
    {
        var forms = MessageForms.Of(activity);
        return forms.Template is { } own && Stored(book, own, language, forms.Variables) is { } notice
            ? notice
            : Anything(activity, language, book) is { } message && forms.Template is null ? message
            : new(null, null, null, $"{forms.Template ?? AnyMessage} ({language})");
    }

    /// <summary>Whether a message in the provider's list is this one.</summary>
    public bool Is(string body) => body == (Body ?? Filled);

    /// <summary>Whether a message in the provider's list may be this one in the words of another version.</summary>
    public bool MayBe(string body) => Is(body) || (Parts.Count > 0 && Parts.Values.All(part => body.Contains(part, StringComparison.Ordinal)));

    /// <summary>What a person says in their own words, to somebody who has been silent for a day.</summary>
    private static WhatsAppContent? Anything(Activity activity, string language, TemplateBook book) => Stored(
        book, AnyMessage, language, new Dictionary<string, string> { ["text"] = TwilioText.Variable(TwilioText.WhatsApp(activity)) });

    private static WhatsAppContent? Menu(Activity activity, string language, TemplateBook book)
    {
        var question = MessageForms.Of(activity).Question;
        string[] titles = [.. (activity.SuggestedActions?.Actions ?? []).Select(action => action.Title ?? action.Value?.ToString() ?? "")];
        if (question is null || question.Length > TemplateDefinition.MaxBody || question.Contains('\n', StringComparison.Ordinal))
        {
            return null;
        }

        ContentKind? kind = Fit(titles, TemplateDefinition.MaxFreeButtons, TemplateDefinition.MaxButtonTitle) ? ContentKind.QuickReply
            : Fit(titles, TemplateDefinition.MaxRows, TemplateDefinition.MaxRowTitle) ? ContentKind.List
            : null;
        return kind is { } fits ? Stored(book, TemplateFile.Menu(fits, titles.Length), language, Values(question, titles, activity)) : null;
    }

    private static bool Fit(string[] titles, int most, int longest) =>
        titles.Length > 0 && titles.Length <= most && Array.TrueForAll(titles, title => title.Length > 0 && title.Length <= longest);

    private static Dictionary<string, string> Values(string question, string[] titles, Activity activity)
    {
        var values = new Dictionary<string, string> { ["question"] = question };
        for (var i = 0; i < titles.Length; i++)
        {
            values[$"title{i + 1}"] = titles[i];
            values[$"id{i + 1}"] = activity.SuggestedActions.Actions[i].Value?.ToString() ?? titles[i];
        }

        return values;
    }

    private static WhatsAppContent? Stored(TemplateBook book, string name, string language, IReadOnlyDictionary<string, string> values) =>
        book.Find(name, language) is { } template && template.Values(values) is { } json
            ? new(null, template.Sid, json, null)
            {
                Parts = values.Where(value => value.Key is "question" || !values.ContainsKey("question")).ToDictionary(),
                Filled = TemplateFile.Find(name, language)?.Fill(values),
            }
            : null;
}
