namespace Kayan.Bot.Domain.Faq;

/// <summary>Arithmetic on the scores of one message against every class.</summary>
internal static class Scores
{
    /// <summary>Brings scores of any scale to mean 0 and deviation 1, so that different judges can be added.</summary>
    public static void Standardise(Span<float> scores)
    {
        var (mean, scale) = MeanAndScale(scores);
        foreach (ref var score in scores)
        {
            score = (score - mean) * scale;
        }
    }

    /// <summary>Adds another judge's standardised scores, with its share.</summary>
    public static void AddStandardised(ReadOnlySpan<float> scores, float share, Span<float> target)
    {
        var (mean, scale) = MeanAndScale(scores);
        for (var i = 0; i < scores.Length; i++)
        {
            target[i] += share * (scores[i] - mean) * scale;
        }
    }

    public static float Max(ReadOnlySpan<float> scores) => scores[IndexOfMax(scores)];

    public static int IndexOfMax(ReadOnlySpan<float> scores)
    {
        var top = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            top = scores[i] > scores[top] ? i : top;
        }
        return top;
    }

    private static (float Mean, float Scale) MeanAndScale(ReadOnlySpan<float> scores)
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
        return (mean, 1 / Math.Max(1e-6f, MathF.Sqrt(variance / scores.Length)));
    }
}
