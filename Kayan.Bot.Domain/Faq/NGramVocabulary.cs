using System.Runtime.CompilerServices;

namespace Kayan.Bot.Domain.Faq;

/// <summary>
/// The character n-grams (1–4, within word boundaries) of the training texts and their weights. An n-gram of up to four
/// UTF-16 characters is its own 64-bit key, so looking one up neither hashes strings nor allocates.
/// </summary>
internal sealed class NGramVocabulary
{
    public const int MaxGrams = 4 * (MessageText.BufferLength + 8);
    private const int MaxOrder = 4;
    private const double IdfPower = 0.75;

    private readonly ulong[] _keys;
    private readonly int[] _ids;
    private readonly ulong _mask;
    private float _rarest;

    private NGramVocabulary(int capacity)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, capacity * 2));
        _keys = new ulong[size];
        _ids = new int[size];
        _mask = (ulong)size - 1;
        Weights = [];
    }

    /// <summary>Number of n-grams known.</summary>
    public int Count { get; private set; }

    /// <summary>The idf weight of every n-gram.</summary>
    public float[] Weights { get; private set; }

    /// <summary>Learns the n-grams of normalised texts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static NGramVocabulary Learn(IReadOnlyList<string> texts)
    {
        var keys = new ulong[MaxGrams];
        Dictionary<ulong, int> frequency = [];
        foreach (var text in texts)
        {
            var count = Extract(text, keys);
            var found = keys.AsSpan(0, count);
            found.Sort();
            for (var i = 0; i < count; i++)
            {
                if (i == 0 || found[i] != found[i - 1])
                {
                    System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(frequency, found[i], out _)++;
                }
            }
        }
        var vocabulary = new NGramVocabulary(frequency.Count);
        var weights = new float[frequency.Count];
        foreach (var (key, documents) in frequency)
        {
            weights[vocabulary.Add(key)] =
                (float)Math.Pow(Math.Log((1.0 + texts.Count) / (1.0 + documents)) + 1, IdfPower);
        }
        vocabulary.Weights = weights;
        vocabulary._rarest = weights.DefaultIfEmpty().Max();
        return vocabulary;
    }

    /// <summary>The unit vector of a normalised text: ids in ascending order and their values.</summary>
    /// <returns>The length of the vector, and the share of the text that is known (0–1), rare n-grams weighing more.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int Length, float Known) Vector(ReadOnlySpan<char> text, Span<int> ids, Span<float> values)
    {
        Span<ulong> keys = stackalloc ulong[MaxGrams];
        var total = Extract(text, keys);
        var count = 0;
        var known = 0f;
        for (var i = 0; i < total; i++)
        {
            var id = Find(keys[i]);
            if (id >= 0)
            {
                ids[count++] = id;
                known += Weights[id] * Weights[id];
            }
        }
        ids[..count].Sort();
        var length = Weigh(ids[..count], values);
        return (length, total == 0 ? 0 : known / (known + ((total - count) * _rarest * _rarest)));
    }

    private int Weigh(Span<int> ids, Span<float> values)
    {
        var length = 0;
        var norm = 0.0;
        for (var i = 0; i < ids.Length;)
        {
            var id = ids[i];
            var start = i;
            while (i < ids.Length && ids[i] == id)
            {
                i++;
            }
            var value = (1 + MathF.Log(i - start)) * Weights[id];
            norm += value * value;
            ids[length] = id;
            values[length++] = value;
        }
        var scale = norm > 0 ? (float)(1 / Math.Sqrt(norm)) : 0;
        for (var i = 0; i < length; i++)
        {
            values[i] *= scale;
        }
        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Extract(ReadOnlySpan<char> text, Span<ulong> keys)
    {
        var count = 0;
        for (var start = 0; start < text.Length && count + (4 * MaxOrder) < keys.Length;)
        {
            var end = start;
            while (end < text.Length && text[end] != ' ')
            {
                end++;
            }
            count = ExtractWord(text[start..end], keys, count);
            start = end + 1;
        }
        return count;
    }

    /// <summary>The n-grams of a word with a space before and after; the lone space is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int ExtractWord(ReadOnlySpan<char> word, Span<ulong> keys, int count)
    {
        ulong window = ' ';
        for (var i = 0; i <= word.Length && count + MaxOrder <= keys.Length; i++)
        {
            window = (window << 16) | (i < word.Length ? word[i] : ' ');
            if (i < word.Length)
            {
                keys[count++] = window & 0xFFFF;
            }
            keys[count++] = window & 0xFFFF_FFFF;
            if (i >= 1)
            {
                keys[count++] = window & 0xFFFF_FFFF_FFFF;
            }
            if (i >= 2)
            {
                keys[count++] = window;
            }
        }
        return count;
    }

    private int Add(ulong key)
    {
        var slot = Hash(key) & _mask;
        while (_keys[slot] != 0)
        {
            slot = (slot + 1) & _mask;
        }
        _keys[slot] = key;
        _ids[slot] = Count;
        return Count++;
    }

    private int Find(ulong key)
    {
        for (var slot = Hash(key) & _mask; _keys[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] == key)
            {
                return _ids[slot];
            }
        }
        return -1;
    }

    private static ulong Hash(ulong key)
    {
        key *= 0x9E37_79B9_7F4A_7C15;
        return key ^ (key >> 29);
    }
}
