namespace Kayan.Bot.Domain.Faq;

/// <summary>
/// Finds the entry or the intent that a message means. Learnt from the phrasings alone, in the process, without a pretrained
/// model; immutable once built, so that one instance serves all threads and a new one replaces it in a single assignment.
/// </summary>
public sealed class FaqMatcher
{
    private const int Offered = 3;

    private readonly FaqCandidate[] _labels;
    private readonly NGramVocabulary _vocabulary;
    private readonly ClassWeights _svm;
    private readonly ClassWeights _centroids;
    private readonly float _centroidShare;

    private FaqMatcher(FaqCandidate[] labels, IReadOnlyList<string> texts, IReadOnlyList<int> classes)
    {
        _labels = labels;
        _vocabulary = NGramVocabulary.Learn(texts);
        var rows = new TrainingSet(_vocabulary, texts, classes);
        _svm = SvmTrainer.Train(rows, _vocabulary.Count, labels.Length);
        _centroids = Centroids.Of(rows, _vocabulary.Count, labels.Length);
        _centroidShare = (texts.Count / Math.Max(1, labels.Length)) switch { <= 30 => 0.5f, <= 120 => 0.25f, _ => 0f };
    }

    /// <summary>Learns entries and intents. The same input gives the same matcher.</summary>
    /// <param name="entries">The entries; their questions and phrasings in both languages are learnt.</param>
    /// <param name="intents">The intents; <see cref="Intents.All"/> in the service.</param>
    public static FaqMatcher Train(IReadOnlyList<FaqEntry> entries, IReadOnlyList<IntentPhrasings> intents)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(intents);
        List<FaqCandidate> labels = [];
        List<string> texts = [];
        List<int> classes = [];
        foreach (var entry in entries)
        {
            Add(new(entry.Key, null, 0), [entry.QuestionAr, entry.QuestionEn, .. entry.Phrasings, .. entry.PhrasingsEn]);
        }
        foreach (var intent in intents)
        {
            Add(new(null, intent.Intent, 0), intent.Phrasings);
        }
        return new([.. labels], texts, classes);

        void Add(FaqCandidate label, IEnumerable<string> phrasings)
        {
            foreach (var text in phrasings.Select(MessageText.Normalise).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal))
            {
                texts.Add(text);
                classes.Add(labels.Count);
            }
            labels.Add(label);
        }
    }

    /// <summary>What a message means. Never throws on what a person can type.</summary>
    /// <param name="text">The message as it was typed; of a long one the beginning is read.</param>
    public FaqMatch Match(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<char> folded = stackalloc char[MessageText.BufferLength];
        Span<char> normal = stackalloc char[MessageText.BufferLength];
        var words = folded[..MessageText.Fold(text, folded)];
        return Score(normal[..MessageText.Replace(words, normal)]);
    }

    private FaqMatch Score(ReadOnlySpan<char> normal)
    {
        if (_labels.Length == 0)
        {
            return FaqMatch.Nothing;
        }
        Span<int> ids = stackalloc int[NGramVocabulary.MaxGrams];
        Span<float> values = stackalloc float[NGramVocabulary.MaxGrams];
        var (length, _) = _vocabulary.Vector(normal, ids, values);
        if (length == 0)
        {
            return FaqMatch.Nothing;
        }
        Span<float> margins = stackalloc float[_svm.Stride];
        Span<float> cosines = stackalloc float[_svm.Stride];
        _svm.Row(_vocabulary.Count).CopyTo(margins);
        cosines.Clear();
        _svm.AddScores(ids[..length], values[..length], margins);
        _centroids.AddScores(ids[..length], values[..length], cosines);
        margins = margins[.._labels.Length];
        cosines = cosines[.._labels.Length];
        var similarity = Max(cosines);
        Standardise(margins);
        Standardise(cosines);
        for (var i = 0; i < margins.Length; i++)
        {
            margins[i] += _centroidShare * cosines[i];
        }
        return Decide(Best(margins), similarity);
    }

    private static FaqMatch Decide(FaqCandidate[] best, float similarity)
    {
        var gap = best.Length > 1 ? best[0].Score - best[1].Score : best[0].Score;
        var confidence = 1 / (1 + Math.Exp(-((2.5 * gap) - 1)));
        var outcome = similarity < 0.2 ? FaqOutcome.OutOfScope : confidence < 0.5 ? FaqOutcome.Unsure : FaqOutcome.Answered;
        return new(outcome, best, confidence, similarity);
    }

    private FaqCandidate[] Best(Span<float> scores)
    {
        var best = new FaqCandidate[Math.Min(Offered, scores.Length)];
        for (var rank = 0; rank < best.Length; rank++)
        {
            var top = 0;
            for (var i = 1; i < scores.Length; i++)
            {
                top = scores[i] > scores[top] ? i : top;
            }
            best[rank] = _labels[top] with { Score = scores[top] };
            scores[top] = float.NegativeInfinity;
        }
        return best;
    }

    private static void Standardise(Span<float> scores)
    {
        var mean = 0f;
        foreach (var score in scores)
        {
            mean += score;
        }
        mean /= scores.Length;
        var variance = 0f;
        foreach (var score in scores)
        {
            variance += (score - mean) * (score - mean);
        }
        var scale = 1 / Math.Max(1e-6f, MathF.Sqrt(variance / scores.Length));
        foreach (ref var score in scores)
        {
            score = (score - mean) * scale;
        }
    }

    private static float Max(ReadOnlySpan<float> values)
    {
        var max = values[0];
        foreach (var value in values)
        {
            max = Math.Max(max, value);
        }
        return max;
    }
}
