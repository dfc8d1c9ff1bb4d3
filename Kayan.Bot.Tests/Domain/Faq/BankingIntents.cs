using System.Text.Json;
using Kayan.Bot.CommandLine;
using Kayan.Bot.Domain.Faq;

namespace Kayan.Bot.Tests.Domain.Faq;

/// <summary>
/// ArBanking77 (Jarrar et al., 2023), the largest honest yardstick for Arabic intents, from the folder that KAYAN_FAQ_DATA names.
/// It is measured on and never shipped.
/// </summary>
internal static class BankingIntents
{
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("KAYAN_FAQ_DATA");

    public static bool WithFullSet { get; } = Environment.GetEnvironmentVariable("KAYAN_FAQ_FULL") == "1";

    public static IReadOnlyList<(string Intent, string Text)> Read(string name) =>
        [.. File.ReadLines(Path.Combine(Folder!, name + ".jsonl")).Where(line => line.Length > 0).Select(ReadRow)];

    public static FaqMatcher Train(string name) =>
        FaqMatcher.Train([.. Read(name).GroupBy(row => row.Intent, row => row.Text).Select(FaqCommands.Entry)], []);

    private static (string Intent, string Text) ReadRow(string line)
    {
        using var row = JsonDocument.Parse(line);
        return (row.RootElement.GetProperty("intent").GetString()!, row.RootElement.GetProperty("text").GetString()!);
    }
}
