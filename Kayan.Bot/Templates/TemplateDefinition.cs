using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Kayan.Bot.Templates;

/// <summary>A message as the provider keeps it, in one language. Its version follows from its words, so that other words are another template.</summary>
/// <param name="Name">Lower-case letters and underscores; the same in all languages.</param>
/// <param name="Language">"ar" or "en".</param>
/// <param name="Kind">How it is shown.</param>
/// <param name="Category">What WhatsApp approves it as; null: needs no approval, and goes only to people who wrote in the last day.</param>
/// <param name="Body">The words, with {variables}.</param>
/// <param name="Samples">Its variables in their order, each with an example.</param>
/// <param name="Buttons">The buttons or the rows of the list.</param>
internal sealed partial record TemplateDefinition(
    string Name,
    string Language,
    ContentKind Kind,
    string? Category,
    string Body,
    IReadOnlyList<KeyValuePair<string, string>> Samples,
    IReadOnlyList<TemplateButton> Buttons)
{
    // https://www.twilio.com/docs/content: limits of WhatsApp.
    public const int MaxBody = 1024;
    public const int MaxId = 200;
    public const int MaxButtonTitle = 20;
    public const int MaxRowTitle = 24;
    public const int MaxRows = 10;

    /// <summary>Buttons of a message that nobody approved.</summary>
    public const int MaxFreeButtons = 3;

    /// <summary>Ten hex digits over everything that the provider is told.</summary>
    public string Version { get; } = VersionOf(Name, Language, Kind, Category, Body, Samples, Buttons);

    /// <summary>The name at the provider: a rejected name can never be used again, so the version is part of it.</summary>
    public string FullName => $"kayan_{Name}_{Language}_{Version}";

    /// <summary>The words with the provider's numbered variables: {number} becomes {{1}}.</summary>
    public string Numbered(string text)
    {
        for (var i = 0; i < Samples.Count; i++)
        {
            text = text.Replace($"{{{Samples[i].Key}}}", $"{{{{{i + 1}}}}}", StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>The words as the person reads them.</summary>
    public string Fill(IReadOnlyDictionary<string, string> values) =>
        Placeholder().Replace(Body, match => values.GetValueOrDefault(match.Groups[1].Value) ?? match.Value);

    /// <summary>What the provider would refuse; empty for a sound template.</summary>
    public IEnumerable<string> Faults()
    {
        var used = Placeholder().Matches(Body).Select(match => match.Groups[1].Value).Concat(Buttons.SelectMany(
            button => Placeholder().Matches($"{button.Id} {button.Title}").Select(match => match.Groups[1].Value))).Distinct().ToList();
        if (used.Except(Samples.Select(sample => sample.Key)).Any() || Samples.Any(sample => !used.Contains(sample.Key) || sample.Value.Length == 0))
        {
            yield return "its variables are not those of its samples";
        }

        if (Fill(Samples.ToDictionary()).Length > MaxBody)
        {
            yield return $"its text is longer than {MaxBody} characters";
        }

        if (Category is not null && LooseVariables().IsMatch(Body))
        {
            yield return "it starts or ends with a variable, or has two side by side";
        }

        var (rows, title) = Kind is ContentKind.List ? (MaxRows, MaxRowTitle) : (Category is null ? MaxFreeButtons : MaxRows, MaxButtonTitle);
        if (Buttons.Count > rows || Buttons.Any(button => button.Id.Length is 0 or > MaxId || button.Title.Length is 0 || button.Title.Length > title))
        {
            yield return "its buttons are too many or too long";
        }
    }

    private static string VersionOf(params object?[] parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.AppendJoin('\u001f', part is System.Collections.IEnumerable many and not string ? many.Cast<object?>() : [part]).Append('\u001e');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..10];
    }

    [GeneratedRegex(@"^\{|\}$|\} ?\{")]
    private static partial Regex LooseVariables();

    [GeneratedRegex(@"\{([a-z][a-z0-9]*)\}")]
    private static partial Regex Placeholder();
}
