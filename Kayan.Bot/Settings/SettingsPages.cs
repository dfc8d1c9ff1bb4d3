using System.Text;

namespace Kayan.Bot.Settings;

/// <summary>The catalogue as an environment file and as the README's table.</summary>
internal static class SettingsPages
{
    private const int Width = 118;

    /// <summary>deploy/env.example: read by systemd, by compose and by the scripts of deploy/.</summary>
    public static string EnvironmentFile()
    {
        var page = new StringBuilder();
        Comment(page, "Settings of Kayan.Bot: copied to /etc/kayan-bot/env by deploy/install.sh and never overwritten there.");
        Comment(page, "A line is NAME=value; quotes around a value with spaces. What stands behind # has its default.");
        Comment(page, "A secret is better kept as a file of its own, /etc/kayan-bot/secrets/NAME. What stands here wins over such a file.");
        Comment(page, "Made from the code by: dotnet Kayan.Bot.dll settings env");
        foreach (var section in SettingsCatalogue.Sections)
        {
            page.Append('\n');
            Comment(page, section.Meaning.Length == 0 ? $"== {section.Name}" : $"== {section.Name}: {section.Meaning}.");
            foreach (var setting in section.Settings)
            {
                page.Append('\n');
                Comment(page, Sentences(setting));
                page.Append(setting.Proposed is null ? "#" : "").Append(setting.EnvironmentName).Append('=').Append(Quoted(Value(setting)));
                page.Append('\n');
            }
        }

        return page.ToString();
    }

    /// <summary>Markdown: name, meaning, default.</summary>
    public static string Table()
    {
        var page = new StringBuilder("| setting | meaning | default |\n|---|---|---|\n");
        foreach (var setting in SettingsCatalogue.All)
        {
            var meaning = setting.Range is { } range && setting.Range != "true, false" ? $"{setting.Meaning} ({range})" : setting.Meaning;
            var value = setting.IsRequired ? "required" : IsValue(setting) ? $"`{setting.Default}`" : setting.Default;
            page.Append("| `").Append(setting.Name).Append("` | ").Append(Cell(meaning)).Append(" | ").Append(Cell(value)).Append(" |\n");
        }

        return page.ToString();
    }

    private static string Sentences(Setting setting) => string.Join(' ', new[]
    {
        setting.Meaning,
        setting.Range is { } range ? range.StartsWith("must ", StringComparison.Ordinal) ? $"It {range}." : $"Takes: {range}." : "",
        setting.IsRequired ? "Required." : $"Default: {setting.Default}.",
        setting.IsSecret ? "Secret." : "",
    }.Where(sentence => sentence.Length > 0));

    private static string Value(Setting setting) => setting.Proposed ?? (IsValue(setting) ? setting.Default : "");

    /// <summary>A default in words has spaces; the only value with one is the connection string.</summary>
    private static bool IsValue(Setting setting) =>
        setting.Default.Contains('=', StringComparison.Ordinal)
        || (!setting.Default.Contains(' ', StringComparison.Ordinal) && setting.Default is not "none");

    private static string Quoted(string value) => value.Contains(' ', StringComparison.Ordinal) ? $"\"{value}\"" : value;

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static void Comment(StringBuilder page, string text)
    {
        var line = new StringBuilder("#");
        foreach (var word in text.Split(' '))
        {
            if (line.Length + 1 + word.Length > Width)
            {
                page.Append(line).Append('\n');
                line.Clear().Append('#');
            }

            line.Append(' ').Append(word);
        }

        page.Append(line).Append('\n');
    }
}
