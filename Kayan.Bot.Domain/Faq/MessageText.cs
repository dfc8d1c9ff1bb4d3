using Kayan.Bot.Domain.Language;

namespace Kayan.Bot.Domain.Faq;

/// <summary>Brings a message to the form the matcher compares: folded, words only, dialect replaced.</summary>
internal static class MessageText
{
    /// <summary>A question is asked in its first few hundred characters; the rest is not looked at.</summary>
    public const int MaxLength = 600;

    /// <summary>Room for any normalised message.</summary>
    public const int BufferLength = 1024;

    /// <summary>
    /// Folds and reduces to words with one space between. Allocates only for characters outside plain Arabic, Latin and emoji.
    /// </summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> destination)
    {
        var head = text.Length > MaxLength ? text[..MaxLength] : text;
        if (Folding.NeedsNormalising(head))
        {
            var normal = Folding.Normalise(head.ToString()).AsSpan();
            return ToWords(destination, Folding.Fold(normal.Length > MaxLength ? normal[..MaxLength] : normal, destination, loose: true));
        }
        return ToWords(destination, Folding.Fold(head, destination, loose: true));
    }

    /// <summary>
    /// Replaces dialect in folded words; a message of nothing but politeness stays as it is, since it is all there is to go by.
    /// </summary>
    public static int Replace(ReadOnlySpan<char> folded, Span<char> destination)
    {
        var length = DialectLexicon.Shipped.Replace(folded, destination);
        if (length == 0)
        {
            length = Math.Min(folded.Length, destination.Length);
            folded[..length].CopyTo(destination);
        }
        return length;
    }

    /// <summary>The normal form as a string, for training.</summary>
    public static string Normalise(string text)
    {
        Span<char> folded = stackalloc char[BufferLength];
        Span<char> normal = stackalloc char[BufferLength];
        var length = Fold(text, folded);
        return normal[..Replace(folded[..length], normal)].ToString();
    }

    /// <summary>The folded form as a string.</summary>
    public static string Fold(string text)
    {
        Span<char> folded = stackalloc char[BufferLength];
        return folded[..Fold(text, folded)].ToString();
    }

    private static int ToWords(Span<char> text, int length)
    {
        var written = 0;
        for (var i = 0; i < length; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                text[written++] = text[i];
            }
            else if (text[i] is '\'' or '’')
            {
                // Inside a word: don't, mowa6'af.
            }
            else if (written > 0 && text[written - 1] != ' ')
            {
                text[written++] = ' ';
            }
        }
        return written > 0 && text[written - 1] == ' ' ? written - 1 : written;
    }
}
