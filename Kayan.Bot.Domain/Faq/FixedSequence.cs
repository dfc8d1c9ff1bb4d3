namespace Kayan.Bot.Domain.Faq;

/// <summary>Numbers that look random and are the same in every run (xorshift), so that training is deterministic.</summary>
internal struct FixedSequence(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public float NextFraction() => (NextBits() >> 40) / (float)(1 << 24);

    /// <summary>Puts items in another order.</summary>
    public void Shuffle(Span<int> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = (int)(NextBits() % (ulong)(i + 1));
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private ulong NextBits()
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return _state;
    }
}
