using System.Text.Json;

namespace Kayan.Bot.Templates;

/// <summary>The templates as they are kept with the code: Seed/templates.json, and one menu for each number of choices.</summary>
internal static class TemplateFile
{
    /// <summary>The name of the menu with so many choices.</summary>
    public static string Menu(ContentKind kind, int choices) => $"{(kind is ContentKind.List ? "list" : "buttons")}_{choices}";

    public static IReadOnlyList<TemplateDefinition> All { get; } = [.. Read(), .. Menus("ar", "الخيارات"), .. Menus("en", "Choices")];

    private static readonly Dictionary<(string, string), TemplateDefinition> ByName = All.ToDictionary(template => (template.Name, template.Language));

    public static TemplateDefinition? Find(string name, string language) => ByName.GetValueOrDefault((name, language));

    private static List<TemplateDefinition> Read()
    {
        using var stream = typeof(TemplateFile).Assembly.GetManifestResourceStream("Kayan.Bot.Seed.templates.json")!;
        using var json = JsonDocument.Parse(stream);
        var templates = new List<TemplateDefinition>();
        foreach (var entry in json.RootElement.EnumerateArray())
        {
            KeyValuePair<string, string>[] samples =
                [.. entry.GetProperty("samples").EnumerateObject().Select(sample => KeyValuePair.Create(sample.Name, sample.Value.GetString()!))];
            foreach (var language in (string[])["ar", "en"])
            {
                var texts = entry.GetProperty(language);
                TemplateButton[] buttons = [.. texts.GetProperty("buttons").EnumerateArray().Select(Button)];
                templates.Add(new(
                    entry.GetProperty("name").GetString()!, language, buttons.Length > 0 ? ContentKind.QuickReply : ContentKind.Text,
                    entry.GetProperty("category").GetString(), texts.GetProperty("body").GetString()!, samples, buttons));
            }
        }

        return templates;
    }

    private static TemplateButton Button(JsonElement json) => new(json.GetProperty("id").GetString()!, json.GetProperty("title").GetString()!);

    /// <summary>Menus whose words are all variables: made once, filled with each question. Nobody approves them, so they go only within the day.</summary>
    private static IEnumerable<TemplateDefinition> Menus(string language, string button)
    {
        for (var count = 1; count <= TemplateDefinition.MaxFreeButtons; count++)
        {
            yield return new(
                Menu(ContentKind.QuickReply, count), language, ContentKind.QuickReply, null, "{question}",
                [new("question", button), .. Enumerable.Range(1, count).Select(i => KeyValuePair.Create($"title{i}", $"{i}"))],
                [.. Enumerable.Range(1, count).Select(i => new TemplateButton($"{i}", $"{{title{i}}}"))]);
        }

        for (var count = 1; count <= TemplateDefinition.MaxRows; count++)
        {
            yield return new(
                Menu(ContentKind.List, count), language, ContentKind.List, null, "{question}",
                [new("question", button), .. Enumerable.Range(1, count).SelectMany(i => Row(i))],
                [.. Enumerable.Range(1, count).Select(i => new TemplateButton($"{{id{i}}}", $"{{title{i}}}"))]);
        }
    }

    private static KeyValuePair<string, string>[] Row(int i) => [new($"id{i}", $"{i}"), new($"title{i}", $"{i}")];
}
