using System.Text;

namespace Kayan.Bot.Domain.Language;

/// <summary>The data files that travel inside the assembly: one entry a line, # starts a comment.</summary>
internal static class EmbeddedText
{
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream($"Kayan.Bot.Domain.{name}")
            ?? throw new InvalidOperationException($"The embedded file {name} is missing.");
        foreach (var line in Lines(stream))
        {
            yield return line;
        }
    }

    /// <summary>The lines of a file of this kind, without its comments.</summary>
    public static IEnumerable<string> Lines(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            line = line.Trim();
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>The lines under each [name].</summary>
    /// <exception cref="InvalidDataException">A line stands before the first name, or a name stands twice.</exception>
    public static Dictionary<string, List<string>> Sections(IEnumerable<string> lines)
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? current = null;
        foreach (var line in lines)
        {
            if (line is ['[', .. var name, ']'])
            {
                current = [];
                if (!sections.TryAdd(name, current))
                {
                    throw new InvalidDataException($"{line} stands twice.");
                }
            }
            else
            {
                (current ?? throw new InvalidDataException($"\"{line}\" stands under no name.")).Add(line);
            }
        }

        return sections;
    }
}
