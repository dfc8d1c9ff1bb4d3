namespace Kayan.Bot.Domain.Faq;

/// <summary>
/// A weight for every n-gram and class, all classes of an n-gram side by side, so that one message is scored
/// against every class by adding up whole rows.
/// </summary>
internal sealed class ClassWeights
{
    private readonly float[] _weights;

    public ClassWeights(int features, int classes)
    {
        Classes = classes;
        Stride = Simd.RoundUp(classes);
        _weights = new float[(features + 1) * Stride];
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Length of a row: the number of classes, rounded up to whole SIMD vectors.</summary>
    public int Stride { get; }

    /// <summary>The row of an n-gram; the last row is the bias.</summary>
    public Span<float> Row(int feature) => _weights.AsSpan(feature * Stride, Stride);

    /// <summary>Adds the scores of a vector to those given (of length <see cref="Stride"/>).</summary>
    public void AddScores(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, Span<float> scores)
    {
        for (var i = 0; i < ids.Length; i++)
        {
            Simd.AddScaled(Row(ids[i]), values[i], scores);
        }
    }
}
