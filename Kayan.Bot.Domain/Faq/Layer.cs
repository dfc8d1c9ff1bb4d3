using System.Runtime.CompilerServices;

namespace Kayan.Bot.Domain.Faq;

/// <summary>A fully connected layer: a row of weights for every input, a bias row, and what training has to remember of both.</summary>
internal sealed class Layer
{
    // Adagrad divides by the root of this plus the gradients so far; the first steps are long where it is small.
    private const float InitialSquares = 0.01f;

    private readonly float[] _weights;
    private readonly float[] _bias;
    private float[]? _squares;
    private float _biasSquares = InitialSquares;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Layer(int inputs, int outputs, float scale, ref FixedSequence numbers)
    {
        Width = Simd.RoundUp(outputs);
        _weights = new float[inputs * Width];
        _bias = new float[Width];
        for (var i = 0; i < _weights.Length; i++)
        {
            _weights[i] = (numbers.NextFraction() - 0.5f) * 2 * scale;
        }
        _squares = new float[inputs];
        Array.Fill(_squares, InitialSquares);
    }

    /// <summary>Number of outputs, rounded up to whole SIMD vectors.</summary>
    public int Width { get; }

    public ReadOnlySpan<float> Bias => _bias;

    public ReadOnlySpan<float> Row(int input) => _weights.AsSpan(input * Width, Width);

    /// <summary>
    /// One Adagrad step on the row of an input, with one step length for the whole row: it learns as well here as one for each
    /// weight, and remembers less.
    /// </summary>
    /// <param name="input">The row.</param>
    /// <param name="gradient">The gradient of the outputs.</param>
    /// <param name="energy">The mean square of the gradient.</param>
    /// <param name="value">The input's value.</param>
    /// <param name="rate">The learning rate.</param>
    public void Learn(int input, ReadOnlySpan<float> gradient, float energy, float value, float rate) =>
        Step(_weights.AsSpan(input * Width, Width), ref _squares![input], gradient, energy, value, rate);

    public void LearnBias(ReadOnlySpan<float> gradient, float energy, float rate) =>
        Step(_bias, ref _biasSquares, gradient, energy, 1, rate);

    /// <summary>The mean square of a gradient.</summary>
    public float EnergyOf(ReadOnlySpan<float> gradient) => Simd.Dot(gradient, gradient) / Width;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step(Span<float> row, ref float squares, ReadOnlySpan<float> gradient, float energy, float value, float rate)
    {
        squares += energy * value * value;
        Simd.AddScaled(gradient, -rate * value / MathF.Sqrt(squares), row);
    }

    /// <summary>Lets go of what only training needs.</summary>
    public void Finish() => _squares = null;
}
