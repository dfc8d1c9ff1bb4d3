namespace Kayan.Bot.Domain.Faq;

/// <summary>A fully connected layer: a row of weights for every input, a bias row, and what training has to remember of both.</summary>
internal sealed class Layer
{
    // Adagrad divides by the root of this plus the gradients so far; the first steps are long where it is small.
    private const float InitialSquares = 0.01f;

    private readonly float[] _weights;
    private readonly float[] _bias;
    private float[]? _squares;
    private float[]? _biasSquares;

    public Layer(int inputs, int outputs, float scale, ref FixedSequence numbers)
    {
        Width = Simd.RoundUp(outputs);
        _weights = new float[inputs * Width];
        _bias = new float[Width];
        for (var i = 0; i < _weights.Length; i++)
        {
            _weights[i] = (numbers.NextFraction() - 0.5f) * 2 * scale;
        }
        _squares = new float[_weights.Length];
        _biasSquares = new float[Width];
        Array.Fill(_squares, InitialSquares);
        Array.Fill(_biasSquares, InitialSquares);
    }

    /// <summary>Number of outputs, rounded up to whole SIMD vectors.</summary>
    public int Width { get; }

    public ReadOnlySpan<float> Bias => _bias;

    public ReadOnlySpan<float> Row(int input) => _weights.AsSpan(input * Width, Width);

    public void Learn(int input, ReadOnlySpan<float> gradient, float value, float rate) =>
        Simd.AdagradStep(_weights.AsSpan(input * Width, Width), _squares.AsSpan(input * Width, Width), gradient, value, rate);

    public void LearnBias(ReadOnlySpan<float> gradient, float rate) =>
        Simd.AdagradStep(_bias, _biasSquares, gradient, 1, rate);

    /// <summary>Lets go of what only training needs.</summary>
    public void Finish()
    {
        _squares = null;
        _biasSquares = null;
    }
}
