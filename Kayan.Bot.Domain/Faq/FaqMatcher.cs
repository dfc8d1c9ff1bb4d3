using Kayan.Bot.Domain.Language;

namespace Kayan.Bot.Domain.Faq;

/// <summary>
/// Finds the entry or the intent that a message means. Learnt from the phrasings alone, in the process, without a pretrained
/// model; immutable once built, so that one instance serves all threads and a new one replaces it in a single assignment.
/// </summary>
public sealed class FaqMatcher
{
    private const int Offered = 3;
    private const float NetworkShare = 4;

    private readonly FaqCandidate[] _labels;
    private readonly NGramVocabulary _vocabulary;
    private readonly ClassWeights _svm;
    private readonly ClassWeights _centroids;
    private readonly NeuralNetwork _network;
    private readonly float _centroidShare;
    private readonly Arabizi _arabizi;

    private FaqMatcher(FaqCandidate[] labels, Phrasings phrasings)
    {
        _labels = labels;
        var perClass = phrasings.Count / Math.Max(1, labels.Length);
        _centroidShare = perClass switch { <= 30 => 0.5f, <= 120 => 0.25f, _ => 0f };
        _arabizi = new(phrasings.Folded.Concat(DialectLexicon.Shipped.Phrases));
        // Everything else that people write is one more class, the last, which is never offered.
        phrasings.Add(labels.Length, EmbeddedText.Lines("Faq.background.txt"));
        _vocabulary = NGramVocabulary.Learn(phrasings.Texts);
        var rows = new TrainingSet(_vocabulary, phrasings.Texts, phrasings.Classes);
        NeuralNetwork? network = null;
        ClassWeights? svm = null;
        Parallel.Invoke(
            () => network = NeuralNetwork.Train(rows, _vocabulary.Count, labels.Length + 1),
            () => svm = SvmTrainer.Train(rows, _vocabulary.Count, labels.Length + 1));
        _network = network!;
        _svm = svm!;
        _centroids = Centroids.Of(rows, _vocabulary.Count, labels.Length + 1);
    }

    /// <summary>Learns entries and intents. The same input gives the same matcher.</summary>
    /// <param name="entries">The entries; their questions and phrasings in both languages are learnt.</param>
    /// <param name="intents">The intents; <see cref="Intents.All"/> in the service.</param>
    /// <param name="wordings">Further ways of asking, by the entry's key.</param>
    public static FaqMatcher Train(
        IReadOnlyList<FaqEntry> entries, IReadOnlyList<IntentPhrasings> intents, IReadOnlyDictionary<string, List<string>>? wordings = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(intents);
        List<FaqCandidate> labels = [];
        var phrasings = new Phrasings();
        foreach (var entry in entries)
        {
            phrasings.Add(labels.Count, [entry.QuestionAr, entry.QuestionEn, .. entry.Phrasings, .. entry.PhrasingsEn]);
            phrasings.Add(labels.Count, wordings?.GetValueOrDefault(entry.Key) ?? []);
            labels.Add(new(entry.Key, null, 0));
        }
        foreach (var intent in intents)
        {
            phrasings.Add(labels.Count, intent.Phrasings);
            labels.Add(new(null, intent.Intent, 0));
        }
        return new([.. labels], phrasings);
    }

    /// <summary>What a message means. Never throws on what a person can type.</summary>
    /// <param name="text">The message as it was typed; of a long one the beginning is read.</param>
    public FaqMatch Match(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<char> folded = stackalloc char[MessageText.BufferLength];
        Span<char> normal = stackalloc char[MessageText.BufferLength];
        var words = folded[..MessageText.Fold(text, folded)];
        var asTyped = Score(normal[..MessageText.Replace(words, normal)]);
        if (!Arabizi.IsWorthReading(words))
        {
            return asTyped;
        }
        var asArabic = Score(normal[..MessageText.Replace(_arabizi.Decode(words.ToString()), normal)]);
        return asArabic.Similarity > asTyped.Similarity ? asArabic : asTyped;
    }

    /// <summary>The message in the form that is compared, for showing why it was understood as it was.</summary>
    /// <param name="text">The message as it was typed.</param>
    public static string Explain(string text) => MessageText.Normalise(text);

    private FaqMatch Score(ReadOnlySpan<char> normal)
    {
        Span<int> ids = stackalloc int[NGramVocabulary.MaxGrams];
        Span<float> values = stackalloc float[NGramVocabulary.MaxGrams];
        var (length, known) = _vocabulary.Vector(normal, ids, values);
        if (length == 0 || _labels.Length == 0)
        {
            return FaqMatch.Nothing;
        }
        ids = ids[..length];
        values = values[..length];
        Span<float> margins = stackalloc float[_svm.Stride];
        Span<float> cosines = stackalloc float[_svm.Stride];
        Span<float> outputs = stackalloc float[_network.Width];
        _svm.Row(_vocabulary.Count).CopyTo(margins);
        cosines.Clear();
        _svm.AddScores(ids, values, margins);
        _centroids.AddScores(ids, values, cosines);
        _network.Score(ids, values, outputs);
        var background = margins[_labels.Length];
        margins = margins[.._labels.Length];
        cosines = cosines[.._labels.Length];
        outputs = outputs[.._labels.Length];
        var similarity = Calibration.Similarity(Scores.Max(cosines) * MathF.Sqrt(known), Scores.Max(margins) - background);
        Scores.Standardise(margins);
        Scores.AddStandardised(cosines, _centroidShare, margins);
        Scores.AddStandardised(outputs, NetworkShare, margins);
        return Calibration.Decide(Best(margins), similarity);
    }

    private FaqCandidate[] Best(Span<float> scores)
    {
        var best = new FaqCandidate[Math.Min(Offered, scores.Length)];
        for (var rank = 0; rank < best.Length; rank++)
        {
            var top = Scores.IndexOfMax(scores);
            best[rank] = _labels[top] with { Score = scores[top] };
            scores[top] = float.NegativeInfinity;
        }
        return best;
    }
}
