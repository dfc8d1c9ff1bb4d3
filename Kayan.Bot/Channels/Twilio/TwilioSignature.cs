using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>
/// The X-Twilio-Signature of form posts: Base64(HMAC-SHA1(token, URL + the fields sorted by name, name and value without
/// separators)). It proves who sent the fields, not where one ends and the next begins, so each field is checked strictly afterwards.
/// </summary>
internal sealed class TwilioSignature
{
    public const string Header = "X-Twilio-Signature";
    private const int SignatureLength = 28;

    private readonly ThreadLocal<IncrementalHash>[] _hashes;
    private readonly byte[][] _origins;
    private readonly int _longestOrigin;

    /// <param name="tokens">The account's auth tokens; several while one replaces another.</param>
    /// <param name="publicBaseUrl">The public address as it is configured at Twilio, without the path of the webhook.</param>
    public TwilioSignature(IEnumerable<string> tokens, string publicBaseUrl)
    {
        _hashes = [.. tokens.Select(HashesOf)];
        _origins = [.. PublicOrigin.Variants(publicBaseUrl).Select(Encoding.UTF8.GetBytes)];
        _longestOrigin = _origins.Max(origin => origin.Length);
    }

    /// <summary>What Twilio sends in the header for this URL and form.</summary>
    public static string Sign(string token, string url, TwilioForm form)
    {
        var message = new byte[form.Length + Encoding.UTF8.GetByteCount(url)];
        var length = Encoding.UTF8.GetBytes(url, message);
        length += WriteSorted(form, message.AsSpan(length));
#pragma warning disable CA5350 // Twilio's signatures are HMAC-SHA1; a keyed hash does not rest on collision resistance.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), message.AsSpan(0, length)));
#pragma warning restore CA5350
    }

    /// <summary>Whether the header is right for one of our tokens and one of the forms of our URL.</summary>
    /// <param name="rawTarget">Path and query exactly as they stood in the request line.</param>
    /// <param name="signature">The header.</param>
    /// <param name="form">The body.</param>
    public bool IsValid(string rawTarget, string? signature, TwilioForm form)
    {
        if (signature is not { Length: SignatureLength })
        {
            return false;
        }

        // The tail (target and fields) is written once; each origin is then put right before it.
        var message = ArrayPool<byte>.Shared.Rent(_longestOrigin + Encoding.UTF8.GetMaxByteCount(rawTarget.Length) + form.Length);
        var end = _longestOrigin + Encoding.UTF8.GetBytes(rawTarget, message.AsSpan(_longestOrigin));
        end += WriteSorted(form, message.AsSpan(end));
        var valid = Matches(signature, message.AsSpan(0, end));
        ArrayPool<byte>.Shared.Return(message);
        return valid;
    }

    private bool Matches(string signature, Span<byte> message)
    {
        Span<byte> given = stackalloc byte[SignatureLength];
        if (Ascii.FromUtf16(signature, given, out _) != OperationStatus.Done)
        {
            return false;
        }

        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        Span<byte> expected = stackalloc byte[SignatureLength];
        foreach (var origin in _origins)
        {
            var start = _longestOrigin - origin.Length;
            origin.CopyTo(message[start..]);
            foreach (var own in _hashes)
            {
                own.Value!.AppendData(message[start..]);
                own.Value.GetHashAndReset(hash);
                Base64.EncodeToUtf8(hash, expected, out _, out _);
                if (CryptographicOperations.FixedTimeEquals(given, expected))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int WriteSorted(TwilioForm form, Span<byte> destination)
    {
        var order = ArrayPool<int>.Shared.Rent(form.Count + 1);
        for (var i = 0; i < form.Count; i++)
        {
            order[i] = i;
        }

        order.AsSpan(0, form.Count).Sort(new ByNameThenValue(form));
        var length = 0;
        for (var i = 0; i < form.Count; i++)
        {
            if (i == 0 || !Same(form, order[i - 1], order[i]))
            {
                form.Name(order[i]).CopyTo(destination[length..]);
                length += form.Name(order[i]).Length;
                form.Value(order[i]).CopyTo(destination[length..]);
                length += form.Value(order[i]).Length;
            }
        }

        ArrayPool<int>.Shared.Return(order);
        return length;
    }

    // To set a key costs as much as to hash a form, so each thread keeps its own.
    private static ThreadLocal<IncrementalHash> HashesOf(string token)
    {
        var key = Encoding.UTF8.GetBytes(token);
        return new(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, key));
    }

    private static bool Same(TwilioForm form, int a, int b) =>
        form.Name(a).SequenceEqual(form.Name(b)) && form.Value(a).SequenceEqual(form.Value(b));

    /// <summary>The order of Twilio's own libraries: UTF-16 code units. Repeated names go by value.</summary>
    private readonly struct ByNameThenValue(TwilioForm form) : IComparer<int>
    {
        public int Compare(int x, int y)
        {
            var byName = CompareUtf16(form.Name(x), form.Name(y));
            return byName != 0 ? byName : CompareUtf16(form.Value(x), form.Value(y));
        }

        private static int CompareUtf16(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
        {
            var same = a.CommonPrefixLength(b);
            return same == a.Length || same == b.Length ? a.Length - b.Length : Utf16Rank(a[same]) - Utf16Rank(b[same]);
        }

        // U+E000–U+FFFF (UTF-8 lead bytes EE and EF) come after the surrogate pairs in UTF-16, but before them in UTF-8.
        private static int Utf16Rank(byte lead) => lead is 0xEE or 0xEF ? lead + 0x10 : lead;
    }
}
