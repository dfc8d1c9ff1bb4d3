namespace Kayan.Bot.Domain.Language;

/// <summary>A word, a run of digits or a mark of a folded message, as the number and date readers see it.</summary>
/// <param name="Text">The characters; digits without their thousands separators.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct NumberToken(string Text, NumberToken.TokenKind Kind)
{
    internal enum TokenKind
    {
        Word,
        Integer,
        NotInteger,
        Mark,
    }

    /// <summary>Cuts a loosely folded message into tokens.</summary>
    public static List<NumberToken> Read(string folded)
    {
        List<NumberToken> tokens = [];
        for (var i = 0; i < folded.Length;)
        {
            var c = folded[i];
            if (char.IsAsciiDigit(c))
            {
                tokens.Add(ReadDigits(folded, ref i));
            }
            else if (char.IsLetter(c))
            {
                var start = i;
                while (i < folded.Length && char.IsLetter(folded[i]))
                {
                    i++;
                }
                tokens.Add(new(folded[start..i], TokenKind.Word));
            }
            else
            {
                if (c != ' ')
                {
                    tokens.Add(new(c.ToString(), TokenKind.Mark));
                }
                i++;
            }
        }
        return tokens;
    }

    private static NumberToken ReadDigits(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }
        var digits = text[start..i];
        var separator = digits.Length <= 3 && digits[0] != '0' && i < text.Length ? text[i] : '\0';
        while (separator is ',' or '\'' or '’' or ' ' && digits.Length <= 18 && IsGroup(text, i, separator))
        {
            digits += text[(i + 1)..(i + 4)];
            i += 4;
        }
        if (i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1]))
        {
            i++;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                i++;
            }
            return new(text[start..i], TokenKind.NotInteger);
        }
        var negative = start > 0 && text[start - 1] == '-' && (start == 1 || text[start - 2] == ' ');
        return new(negative ? "-" + digits : digits, digits.Length <= 18 ? TokenKind.Integer : TokenKind.NotInteger);
    }

    private static bool IsGroup(string text, int at, char separator) =>
        at + 3 < text.Length && text[at] == separator
        && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
        && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4]));
}
