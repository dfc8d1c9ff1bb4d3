using System.Collections.ObjectModel;

namespace Kayan.Bot.Api;

/// <summary>What is wrong with the fields of a body, by their JSON names.</summary>
internal sealed class FieldErrors : Collection<KeyValuePair<string, string>>
{
    public void Add(string field, string error) => Add(new(field, error));

    /// <summary>A text that must be there; trimmed. The empty text where it is not.</summary>
    public string Required(string field, string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add(field, "Required.");
            return "";
        }

        return Optional(field, text, longest)!;
    }

    /// <summary>A text that may be absent; trimmed, null where it is blank.</summary>
    public string? Optional(string field, string? text, int longest)
    {
        var trimmed = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        if (trimmed?.Length > longest)
        {
            Add(field, $"At most {longest} characters.");
        }
        else if (trimmed is not null && trimmed.Any(c => char.IsControl(c) && c is not ('\n' or '\t' or '\r')))
        {
            Add(field, "Control characters are not allowed.");
        }

        return trimmed;
    }

    /// <summary>Names of papers: at most 20, each at most 200 characters, none twice.</summary>
    public IReadOnlyList<string> Names(string field, IReadOnlyList<string?>? names)
    {
        if (names is null)
        {
            return [];
        }

        if (names.Count > 20)
        {
            Add(field, "At most 20.");
            return [];
        }

        return [.. names.Select((name, i) => Required($"{field}[{i}]", name, 200)).Distinct()];
    }

    public Dictionary<string, string[]> ToDictionary() =>
        this.GroupBy(error => error.Key, error => error.Value).ToDictionary(group => group.Key, group => group.ToArray());
}
