using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kayan.Bot.Settings;

/// <summary>The comments on the options classes, which the compiler writes beside the program.</summary>
internal sealed partial class SettingsComments
{
    private readonly Dictionary<string, string> _summaries;

    private SettingsComments(Dictionary<string, string> summaries) => _summaries = summaries;

    public static SettingsComments Load()
    {
        var file = Path.Combine(AppContext.BaseDirectory, typeof(SettingsComments).Assembly.GetName().Name + ".xml");
        return new(XDocument.Load(file).Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, member => Text(member.Element("summary")!)));
    }

    /// <summary>Each options class says in its summary which section it is.</summary>
    public string SectionOf(Type type) =>
        SectionName().Match(Of("T:" + type.FullName)) is { Success: true } found
            ? found.Groups[1].Value
            : throw new InvalidOperationException($"The summary of {type} does not say its section, as in: Section \"Api\".");

    /// <summary>What the section is about; empty where its summary says no more than its name.</summary>
    public string MeaningOf(Type type) => SectionName().Replace(Of("T:" + type.FullName), "").Trim(' ', ',', ':', '.', '(', ')');

    /// <summary>The meaning, and apart from it what the comment says about the default.</summary>
    public (string Meaning, string? InWords) MeaningAndDefaultOf(PropertyInfo property)
    {
        var summary = Of($"P:{property.DeclaringType!.FullName}.{property.Name}");
        var found = Default().Match(summary);
        return found.Success ? (summary[..found.Index].Trim(), found.Groups[1].Value.Trim()) : (summary, null);
    }

    private string Of(string member) =>
        _summaries.TryGetValue(member, out var summary) ? summary : throw new InvalidOperationException($"{member} has no summary.");

    private static string Text(XElement summary) => Spaces().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement element when element.Attribute("cref") is { } reference => reference.Value[(reference.Value.LastIndexOf('.') + 1)..],
        XElement element => string.Concat(element.Nodes().Select(Text)),
        _ => "",
    };

    [GeneratedRegex("[\\s,(]*[Ss]ection \"(\\w+)\"[):.]*")]
    private static partial Regex SectionName();

    [GeneratedRegex(@"(?<=^|\. )(?:No default|Default):?\s*(.*?)\.?$")]
    private static partial Regex Default();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
