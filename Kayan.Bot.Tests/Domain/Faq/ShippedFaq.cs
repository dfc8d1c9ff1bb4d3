using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Faq;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Domain.Faq;

/// <summary>The entries that ship, and a matcher that has learnt them, made once for all tests.</summary>
internal static class ShippedFaq
{
    private static readonly Lazy<IReadOnlyList<FaqEntry>> LazyEntries = new(Read);
    private static readonly Lazy<FaqMatcher> LazyMatcher = new(() => FaqMatcher.Train(LazyEntries.Value, Intents.All, FaqLibrary.Wordings));

    public static IReadOnlyList<FaqEntry> Entries => LazyEntries.Value;

    public static FaqMatcher Matcher => LazyMatcher.Value;

    private static IReadOnlyList<FaqEntry> Read()
    {
        using var file = File.OpenRead(Path.Combine(Prerequisite.ProjectFolder, "..", "Kayan.Bot", "Seed", "faq.ar.json"));
        return FaqSeed.Parse(file);
    }
}
