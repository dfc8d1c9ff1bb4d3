using System.Numerics;
using System.Runtime.InteropServices;

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
        Stride = (classes + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
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
            AddScaled(Row(ids[i]), values[i], scores);
        }
    }

    /// <summary>Adds a multiple of one row to another.</summary>
    public static void AddScaled(ReadOnlySpan<float> row, float factor, Span<float> target)
    {
        var from = MemoryMarshal.Cast<float, Vector<float>>(row);
        var to = MemoryMarshal.Cast<float, Vector<float>>(target);
        var by = new Vector<float>(factor);
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += from[i] * by;
        }
    }
}
