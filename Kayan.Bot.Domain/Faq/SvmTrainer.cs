using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kayan.Bot.Domain.Faq;

/// <summary>
/// One-vs-rest linear SVMs with squared hinge loss by dual coordinate descent (Hsieh et al., 2008). All classes take their
/// step on a text at once; the order of the texts is drawn from a fixed seed, so training is deterministic.
/// </summary>
internal static class SvmTrainer
{
    private const float Cost = 1f;
    private const float Tolerance = 0.02f;
    private const int MaxEpochs = 40;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ClassWeights Train(TrainingSet texts, int features, int classes)
    {
        var weights = new ClassWeights(features, classes);
        var stride = weights.Stride;
        var alphas = new float[texts.Count * stride];
        var margins = new float[stride];
        var order = Enumerable.Range(0, texts.Count).ToArray();
        var numbers = new FixedSequence(0x2545_F491_4F6C_DD1D);
        for (var epoch = 0; epoch < MaxEpochs; epoch++)
        {
            numbers.Shuffle(order);
            var worst = 0f;
            foreach (var row in order)
            {
                var ids = texts.IdsOf(row);
                var values = texts.ValuesOf(row);
                weights.Row(features).CopyTo(margins);
                weights.AddScores(ids, values, margins);
                worst = Math.Max(worst, Step(margins, alphas.AsSpan(row * stride, stride), texts.ClassOf(row)));
                for (var i = 0; i < ids.Length; i++)
                {
                    Simd.AddScaled(margins, values[i], weights.Row(ids[i]));
                }
                Simd.AddScaled(margins, 1, weights.Row(features));
            }
            if (worst < Tolerance)
            {
                break;
            }
        }
        return weights;
    }

    /// <summary>Turns the margins of a text into the change of the weights that its step makes, and keeps the new alphas.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Step(Span<float> margins, Span<float> alphas, int ownClass)
    {
        const float diagonal = 1 / (2 * Cost);
        const float curvature = 2 + diagonal; // |x|² is 1, the bias adds 1.
        margins[ownClass] = -margins[ownClass];
        var m = MemoryMarshal.Cast<float, Vector<float>>(margins);
        var a = MemoryMarshal.Cast<float, Vector<float>>(alphas);
        var largest = Vector<float>.Zero;
        for (var i = 0; i < m.Length; i++)
        {
            var gradient = (a[i] * diagonal) - m[i] - Vector<float>.One;
            var next = Vector.Max(a[i] - (gradient / curvature), Vector<float>.Zero);
            var change = next - a[i];
            largest = Vector.Max(largest, Vector.Abs(change));
            a[i] = next;
            m[i] = -change;
        }
        margins[ownClass] = -margins[ownClass];
        var worst = 0f;
        for (var i = 0; i < Vector<float>.Count; i++)
        {
            worst = Math.Max(worst, largest[i]);
        }
        return worst;
    }
}
