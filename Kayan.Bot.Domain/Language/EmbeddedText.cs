using System.Text;

namespace Kayan.Bot.Domain.Language;

/// <summary>The data files that travel inside the assembly: one entry a line, # starts a comment.</summary>
internal static class EmbeddedText
{
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream($"Kayan.Bot.Domain.{name}")
            ?? throw new InvalidOperationException($"The embedded file {name} is missing.");
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
}
