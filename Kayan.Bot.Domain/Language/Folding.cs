using System.Globalization;
using System.Text;

namespace Kayan.Bot.Domain.Language;

/// <summary>The character work behind <see cref="ArabicText"/>, on spans, so that the matcher can fold without allocating.</summary>
internal static class Folding
{
    private const char Tatweel = '\u0640';
    private const char Lam = 'ل';

    /// <summary>True when the text holds characters whose compatibility form has to be asked from Unicode (or broken surrogates).</summary>
    public static bool NeedsNormalising(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80 || (c is >= '\u0600' and <= '\u06FF' && !IsComposing(c)) || IsDropped(c))
            {
                continue;
            }
            if (IsEmojiPair(text, i))
            {
                i++;
                continue;
            }
            if (c is not ((>= '\u2600' and <= '\u27BF') or '\u2B50'))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>NFKC of the text without format characters; what is not valid UTF-16 becomes a space.</summary>
    public static string Normalise(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                clean.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && rune.Value != Tatweel)
            {
                clean.Append(rune);
            }
        }
        return clean.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>Folds character by character; the destination needs room for as many characters as the source has.</summary>
    /// <returns>How many characters were written.</returns>
    public static int Fold(ReadOnlySpan<char> source, Span<char> destination, bool loose)
    {
        var written = 0;
        var run = 0;
        var last = '\0';
        foreach (var original in source)
        {
            var c = Map(original, loose);
            if (c == '\0')
            {
                continue;
            }
            if (c == ' ' && (written == 0 || destination[written - 1] == ' '))
            {
                continue;
            }
            if (c != last || !char.IsLetter(c))
            {
                run = 1;
                destination[written++] = last = c;
            }
            else if (++run == 2)
            {
                destination[written++] = c;
            }
            else if (run == 3 && c != Lam)
            {
                written--;
            }
        }
        return written > 0 && destination[written - 1] == ' ' ? written - 1 : written;
    }

    /// <summary>The folded character, or NUL when it is dropped.</summary>
    private static char Map(char c, bool loose)
    {
        if (c < 0x80)
        {
            return c <= ' ' || c == 0x7F ? ' ' : char.ToLowerInvariant(c);
        }
        switch (c)
        {
            case 'أ' or 'إ' or 'آ' or 'ٱ' or 'ٲ' or 'ٳ':
                return 'ا';
            case 'ى' or 'ی' or 'ې' or 'ے':
                return 'ي';
            case 'ة' or 'ھ' or 'ہ' or 'ە' or 'ۀ' or 'ۃ':
                return 'ه';
            case 'ک' or 'ڪ':
                return 'ك';
            case 'گ' or 'ڨ':
                return 'ق';
            case 'پ':
                return 'ب';
            case 'ڤ':
                return 'ف';
            case 'ؤ':
                return loose ? 'و' : c;
            case 'ئ':
                return loose ? 'ي' : c;
            case 'ء':
                return loose ? '\0' : c;
            case '٫':
                return '.';
            case '،' or '٬':
                return ',';
            case '؛':
                return ';';
            case '؟':
                return '?';
            case '٪':
                return '%';
            default:
                return MapByCategory(c);
        }
    }

    private static char MapByCategory(char c)
    {
        if (IsDropped(c))
        {
            return '\0';
        }
        var digit = CharUnicodeInfo.GetDecimalDigitValue(c);
        if (digit >= 0)
        {
            return (char)('0' + digit);
        }
        return char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c);
    }

    private static bool IsDropped(char c) =>
        c == Tatweel || CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static bool IsComposing(char c) => c is (>= '\u0653' and <= '\u0655') or (>= '\u0675' and <= '\u0678');

    private static bool IsEmojiPair(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])
        && (text[at] is '\uD83D' or '\uD83E' || (text[at] == '\uD83C' && text[at + 1] >= '\uDF00'));
}
