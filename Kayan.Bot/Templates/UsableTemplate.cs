using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kayan.Bot.Templates;

/// <summary>A template that the provider knows and that may be sent.</summary>
internal sealed record UsableTemplate(string Sid, IReadOnlyList<string> Variables)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static UsableTemplate Of(ContentTemplate row) => new(row.Sid, row.Variables.Split(',', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// The values as the provider wants them, numbered; null where one is missing: the provider would put its sample in the place, and the
    /// person would read somebody else's request number.
    /// </summary>
    public string? Values(IReadOnlyDictionary<string, string> values) => Variables.All(values.ContainsKey)
        ? JsonSerializer.Serialize(Variables.Select((name, i) => KeyValuePair.Create($"{i + 1}", values[name])).ToDictionary(), Readable)
        : null;
}
