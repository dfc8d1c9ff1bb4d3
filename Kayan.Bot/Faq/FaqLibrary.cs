using Kayan.Bot.Dialogs.Faq;
using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Domain.Language;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Faq;

/// <summary>
/// The questions and answers that the bot gives: those that ship, with the staff's changes. What was learnt is replaced as a
/// whole, so that a message is understood by the old or by the new entries, and waits for neither.
/// </summary>
/// <param name="scopes">Where the staff's changes are read; null for the entries that ship alone.</param>
internal sealed class FaqLibrary(IServiceScopeFactory? scopes = null) : IFaq
{
    private const string Seed = "Kayan.Bot.Seed.faq.ar.json";
    private const string MoreWordings = "Kayan.Bot.Seed.faq.wordings.txt";

    private readonly Lock _learning = new();
    private volatile Learnt? _learnt;

    /// <summary>The entries of the seed file.</summary>
    public static IReadOnlyList<FaqEntry> Shipped => ShippedOnce.Value;

    /// <summary>How else people ask, by the entry's key: learnt, but shown and changed nowhere.</summary>
    public static IReadOnlyDictionary<string, List<string>> Wordings => WordingsOnce.Value;

    private static Lazy<IReadOnlyList<FaqEntry>> ShippedOnce { get; } = new(() => Read(Seed, FaqSeed.Parse));

    private static Lazy<IReadOnlyDictionary<string, List<string>>> WordingsOnce { get; } = new(() => Read(MoreWordings, FaqSeed.ParseWordings));

    public FaqMatch Match(string text)
    {
        var learnt = Current;
        return learnt.Phrasings.TryGetValue(Fold(text), out var candidate)
            ? new FaqMatch(FaqOutcome.Answered, [candidate], 1, 1)
            : learnt.Matcher.Match(text);
    }

    public FaqEntry? Find(string key) => Current.Entries.GetValueOrDefault(key);

    /// <summary>Learns the entries that ship, with these in the place of their namesakes; takes a second of processor time.</summary>
    public void Learn(IReadOnlyCollection<FaqEntry> changes)
    {
        lock (_learning)
        {
            _learnt = LearnEntries(changes);
        }
    }

    /// <summary>The entries as the staff changed them.</summary>
    public static List<FaqEntry> Changes(KayanDbContext db) =>
        db.FaqChanges.AsNoTracking().Select(change => change.Content).ToList().ConvertAll(FaqSeed.ParseEntry);

    /// <summary>A text in the form in which two phrasings count as the same.</summary>
    public static string Fold(string text) => ArabicText.FoldLoosely(text).Trim(' ', '?', '!', '.', ',');

    private Learnt Current => _learnt ?? LearnNow();

    /// <summary>Somebody writes before the background has learnt: they wait for it, or do it themselves.</summary>
    private Learnt LearnNow()
    {
        lock (_learning)
        {
            using var scope = scopes?.CreateScope();
            return _learnt ??= LearnEntries(scope is null ? [] : Changes(scope.ServiceProvider.GetRequiredService<KayanDbContext>()));
        }
    }

    private static Learnt LearnEntries(IReadOnlyCollection<FaqEntry> changes)
    {
        var changed = changes.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        List<FaqEntry> entries = [.. Shipped.Select(entry => changed.GetValueOrDefault(entry.Key, entry))];
        return new(
            entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal), FaqMatcher.Train(entries, Intents.All, Wordings), Phrasings(entries));
    }

    private static T Read<T>(string name, Func<Stream, T> parse)
    {
        using var file = typeof(FaqLibrary).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        return parse(file);
    }

    // What is written exactly as somebody wrote it down needs no guess; the intents come first, as our texts name their words.
    private static Dictionary<string, FaqCandidate> Phrasings(IReadOnlyList<FaqEntry> entries)
    {
        var intents = Intents.All.SelectMany(intent => intent.Phrasings, (intent, text) => (text, new FaqCandidate(null, intent.Intent, 1)));
        var questions = entries.SelectMany(
            entry => (string[])
                [entry.QuestionAr, entry.QuestionEn, .. entry.Phrasings, .. entry.PhrasingsEn, .. Wordings.GetValueOrDefault(entry.Key, [])],
            (entry, text) => (text, new FaqCandidate(entry.Key, null, 1)));
        var phrasings = new Dictionary<string, FaqCandidate>(StringComparer.Ordinal);
        foreach (var (text, candidate) in intents.Concat(questions))
        {
            phrasings.TryAdd(Fold(text), candidate);
        }

        return phrasings;
    }

    private sealed record Learnt(Dictionary<string, FaqEntry> Entries, FaqMatcher Matcher, Dictionary<string, FaqCandidate> Phrasings);
}
