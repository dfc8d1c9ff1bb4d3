using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kayan.Bot.CommandLine;

/// <summary>One JSON object a line, in and out, as UTF-8.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The rows; blank lines are passed over.</summary>
    /// <exception cref="FormatException">A line is not an object with these members; the message names it.</exception>
    public static IEnumerable<JsonElement> Read(TextReader reader, params string[] members)
    {
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length > 0)
            {
                yield return Parse(line, members) ?? throw new FormatException($"Line {number} is not an object with {string.Join(", ", members)}.");
            }
        }
    }

    public static StreamReader StandardInput() => new(System.Console.OpenStandardInput(), new UTF8Encoding(false));

    public static StreamWriter StandardOutput() => new(System.Console.OpenStandardOutput(), new UTF8Encoding(false));

    public static void Write(TextWriter writer, IReadOnlyDictionary<string, object?> row) => writer.Write(JsonSerializer.Serialize(row, Readable) + "\n");

    /// <summary>Runs a command on rows; a wrong row or file is one line on the error stream and exit code 1.</summary>
    public static int Run(Action work)
    {
        try
        {
            work();
            return 0;
        }
        catch (Exception failure) when (failure is FormatException or IOException or UnauthorizedAccessException)
        {
            System.Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    private static JsonElement? Parse(string line, string[] members)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            return row.ValueKind == JsonValueKind.Object
                && Array.TrueForAll(members, member => row.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                ? row.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
