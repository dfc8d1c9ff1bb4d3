using System.Buffers;
using System.Globalization;

namespace Kayan.Bot.Domain.Messages;

/// <summary>
/// The parts as which a text message travels and is billed. 160 units of GSM-7 or 70 of UCS-2 fit in one; a longer text goes in parts of
/// 153 or 67, and no part ends within an escape pair, a surrogate pair or a character with its marks. The counting is the
/// provider's own.
/// </summary>
public sealed class SmsSegments
{
    /// <summary>So many parts a message of ours may have: each is paid for.</summary>
    public const int MostParts = 3;

    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extended = "\f[\\]^{|}~€";
    private static readonly SearchValues<char> Gsm = SearchValues.Create(Basic + Extended);

    private SmsSegments(SmsEncoding encoding, IReadOnlyList<string> parts) => (Encoding, Parts) = (encoding, parts);

    /// <summary>How it travels.</summary>
    public SmsEncoding Encoding { get; }

    /// <summary>The text in parts; one empty part for an empty text.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>How many messages are billed.</summary>
    public int Count => Parts.Count;

    /// <summary>Counts and cuts a text.</summary>
    public static SmsSegments Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var encoding = text.AsSpan().ContainsAnyExcept(Gsm) ? SmsEncoding.Ucs2 : SmsEncoding.Gsm7;
        var (single, part) = encoding == SmsEncoding.Gsm7 ? (160, 153) : (70, 67);
        return new SmsSegments(encoding, UnitsOf(text, encoding) <= single ? [text] : Cut(text, encoding, part));
    }

    /// <summary>The units that a text takes in an encoding.</summary>
    public static int UnitsOf(ReadOnlySpan<char> text, SmsEncoding encoding)
    {
        var units = text.Length;
        if (encoding == SmsEncoding.Gsm7)
        {
            foreach (var character in text)
            {
                units += Extended.Contains(character, StringComparison.Ordinal) ? 1 : 0;
            }
        }

        return units;
    }

    private static List<string> Cut(string text, SmsEncoding encoding, int capacity)
    {
        var parts = new List<string>();
        int start = 0, used = 0, length;
        for (var at = 0; at < text.Length; at += length)
        {
            length = encoding == SmsEncoding.Gsm7 ? 1 : ElementLength(text.AsSpan(at), capacity);
            var units = UnitsOf(text.AsSpan(at, length), encoding);
            if (used + units > capacity)
            {
                parts.Add(text[start..at]);
                (start, used) = (at, 0);
            }

            used += units;
        }

        parts.Add(text[start..]);
        return parts;
    }

    private static int ElementLength(ReadOnlySpan<char> rest, int capacity)
    {
        var length = StringInfo.GetNextTextElementLength(rest);
        if (length <= capacity)
        {
            return length;
        }

        // Marks piled up beyond a whole part have to be cut somewhere: between code points.
        return rest.Length > 1 && char.IsSurrogatePair(rest[0], rest[1]) ? 2 : 1;
    }
}
