using System.Text.Json;
using System.Text.Json.Serialization;
using Kayan.Bot.Domain.Language;

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

    /// <summary>Further ways of asking, by the entry's key, from a text file: [key], then one a line.</summary>
    /// <param name="text">UTF-8 text.</param>
    /// <exception cref="InvalidDataException">The file is not of the format.</exception>
    public static IReadOnlyDictionary<string, List<string>> ParseWordings(Stream text) => EmbeddedText.Sections(EmbeddedText.Lines(text));

    /// <summary>One entry in the format of the file.</summary>
    /// <exception cref="JsonException">The text is not of the format.</exception>
    public static FaqEntry ParseEntry(string json) =>
        JsonSerializer.Deserialize(json, FaqSeedJson.Default.FaqEntry) ?? throw new JsonException("There is no entry.");

    /// <summary>One entry in the format of the file; <see cref="ParseEntry"/> reads it.</summary>
    public static string Write(FaqEntry entry) => JsonSerializer.Serialize(entry, FaqSeedJson.Default.FaqEntry);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    ReadCommentHandling = JsonCommentHandling.Skip, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(List<FaqEntry>))]
[JsonSerializable(typeof(FaqEntry))]
internal sealed partial class FaqSeedJson : JsonSerializerContext;
