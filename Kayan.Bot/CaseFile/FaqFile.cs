using Kayan.Bot.Dialogs.Faq;
using Kayan.Bot.Domain.Faq;

namespace Kayan.Bot.CaseFile;

/// <summary>The questions and answers of the seed file, learnt once a process.</summary>
internal sealed class FaqFile : IFaq
{
    private const string Seed = "Kayan.Bot.Seed.faq.ar.json";

    private readonly Lazy<(Dictionary<string, FaqEntry> Entries, FaqMatcher Matcher)> learnt = new(Learn);

    /// <summary>Learns now rather than at the first question.</summary>
    public void Prepare() => _ = learnt.Value;

    public FaqMatch Match(string text) => learnt.Value.Matcher.Match(text);

    public FaqEntry? Find(string key) => learnt.Value.Entries.GetValueOrDefault(key);

    private static (Dictionary<string, FaqEntry> Entries, FaqMatcher Matcher) Learn()
    {
        using var seed = typeof(FaqFile).Assembly.GetManifestResourceStream(Seed) ?? throw new InvalidOperationException($"{Seed} is not in the assembly.");
        var entries = FaqSeed.Parse(seed);
        return (entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal), FaqMatcher.Train(entries, Intents.All));
    }
}
