using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kayan.Bot.Domain.Faq;

/// <summary>Reads FAQ entries from their file format, a JSON array.</summary>
public static class FaqSeed
{
    /// <summary>The entries of a seed file.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <exception cref="JsonException">The file is not of the format, or two entries share a key.</exception>
    public static IReadOnlyList<FaqEntry> Parse(Stream json)
    {
        var entries = JsonSerializer.Deserialize(json, FaqSeedJson.Default.ListFaqEntry)
            ?? throw new JsonException("The FAQ file holds no entries.");
        var twice = entries.GroupBy(entry => entry.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? entries : throw new JsonException($"The FAQ file holds the key {twice.Key} twice.");
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    ReadCommentHandling = JsonCommentHandling.Skip, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(List<FaqEntry>))]
internal sealed partial class FaqSeedJson : JsonSerializerContext;
