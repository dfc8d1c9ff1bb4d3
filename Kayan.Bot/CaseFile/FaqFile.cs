using Kayan.Bot.Dialogs.Faq;
using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Domain.Language;

namespace Kayan.Bot.CaseFile;

/// <summary>The questions and answers of the seed file, learnt once a process.</summary>
internal sealed class FaqFile : IFaq
{
    private const string Seed = "Kayan.Bot.Seed.faq.ar.json";

    private readonly Lazy<Learnt> learnt = new(Learn);

    /// <summary>Learns now rather than at the first question.</summary>
    public void Prepare() => _ = learnt.Value;

    public FaqMatch Match(string text) => learnt.Value.Phrasings.TryGetValue(Fold(text), out var candidate)
        ? new FaqMatch(FaqOutcome.Answered, [candidate], 1, 1)
        : learnt.Value.Matcher.Match(text);

    public FaqEntry? Find(string key) => learnt.Value.Entries.GetValueOrDefault(key);

    private static Learnt Learn()
    {
        using var seed = typeof(FaqFile).Assembly.GetManifestResourceStream(Seed) ?? throw new InvalidOperationException($"{Seed} is not in the assembly.");
        var entries = FaqSeed.Parse(seed);
        return new Learnt(
            entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal),
            FaqMatcher.Train(entries, Intents.All),
            Phrasings(entries));
    }

    // What is written exactly as somebody wrote it down needs no guess; the intents come first, as our texts name their words.
    private static Dictionary<string, FaqCandidate> Phrasings(IReadOnlyList<FaqEntry> entries)
    {
        var intents = Intents.All.SelectMany(intent => intent.Phrasings, (intent, text) => (text, new FaqCandidate(null, intent.Intent, 1)));
        var questions = entries.SelectMany(
            entry => (string[])[entry.QuestionAr, entry.QuestionEn, .. entry.Phrasings, .. entry.PhrasingsEn],
            (entry, text) => (text, new FaqCandidate(entry.Key, null, 1)));
        var phrasings = new Dictionary<string, FaqCandidate>(StringComparer.Ordinal);
        foreach (var (text, candidate) in intents.Concat(questions))
        {
            phrasings.TryAdd(Fold(text), candidate);
        }

        return phrasings;
    }

    private static string Fold(string text) => ArabicText.FoldLoosely(text).Trim(' ', '?', '!', '.', ',');

    private sealed record Learnt(Dictionary<string, FaqEntry> Entries, FaqMatcher Matcher, Dictionary<string, FaqCandidate> Phrasings);
}
