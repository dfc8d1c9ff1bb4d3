using System.Buffers;
using System.Globalization;
using System.Text;

namespace Kayan.Bot.Domain.Language;

/// <summary>
/// Brings what a person typed to one form for comparing. The original is kept for people to read;
/// a folded text is never shown to anybody.
/// </summary>
public static class ArabicText
{
    private const int StackLimit = 512;
    private const int MaxPasses = 4;

    /// <summary>
    /// NFKC; no tatweel, harakat, zero-width or bidi marks; أ إ آ ٱ → ا, ى → ي, ة → ه; digits of any script → 0–9;
    /// Arabic punctuation → Latin; stretched letters shortened; Latin in lower case; single spaces. Folding twice changes nothing.
    /// </summary>
    /// <param name="text">Any text, also malformed UTF-16.</param>
    public static string Fold(string text) => FoldWith(text, loose: false);

    /// <summary>
    /// As <see cref="Fold"/>, and ؤ → و, ئ → ي, ء dropped: the form in which two spellings of the same word most often meet.
    /// </summary>
    /// <param name="text">Any text, also malformed UTF-16.</param>
    public static string FoldLoosely(string text) => FoldWith(text, loose: true);

    /// <summary>Replaces decimal digits of every script by 0–9 and leaves all else as it is.</summary>
    /// <param name="text">Any text.</param>
    public static string FoldDigits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(text, i);
            if (digit < 0)
            {
                folded.Append(text[i]);
                continue;
            }
            folded.Append((char)('0' + digit));
            if (char.IsHighSurrogate(text[i]))
            {
                i++;
            }
        }
        return folded.ToString();
    }

    /// <summary>
    /// Wraps Latin text or a number in directional isolates (U+2068, U+2069), so that it stays whole inside a right-to-left sentence.
    /// </summary>
    /// <param name="latin">A number, a phone, a web address, a Latin word.</param>
    public static string Isolate(string latin) => $"\u2068{latin}\u2069";

    /// <summary>Takes directional isolates, embeddings and marks out again, for channels that show them as boxes.</summary>
    /// <param name="text">Any text.</param>
    public static string WithoutDirectionMarks(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Where(c => c is not ('\u200E' or '\u200F' or '\u061C'
            or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))));
    }

    private static string FoldWith(string text, bool loose)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var exotic = Folding.NeedsNormalising(text);
            var folded = FoldOnce(exotic ? Folding.Normalise(text) : text, loose);
            // Dropping a mark between two characters can let them compose, so exotic text is folded until it rests.
            if (!exotic || string.Equals(folded, text, StringComparison.Ordinal))
            {
                return folded;
            }
            text = folded;
        }
        return text;
    }

    private static string FoldOnce(string text, bool loose)
    {
        char[]? rented = null;
        var buffer = text.Length <= StackLimit
            ? stackalloc char[StackLimit]
            : rented = ArrayPool<char>.Shared.Rent(text.Length);
        var length = Folding.Fold(text, buffer, loose);
        var folded = buffer[..length].SequenceEqual(text) ? text : new string(buffer[..length]);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }
        return folded;
    }
}
