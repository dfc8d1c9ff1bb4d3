using Kayan.Bot.Framework;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Splits text into words.</summary>
public class Tokenizer
{
    /// <summary>Breaks at blanks and punctuation, Arabic punctuation too; a symbol beyond the basic plane is a word of its own.</summary>
    public static TokenizerFunction DefaultTokenizer => DefaultTokenizerImpl;

    /// <summary>Does the work of <see cref="DefaultTokenizer"/>.</summary>
    public static List<Token> DefaultTokenizerImpl(string text, string locale = null)
    {
        var tokens = new List<Token>();
        text ??= string.Empty;
        var start = -1;
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || IsBreak(rune.Value))
            {
                Add(tokens, text, start, position);
                start = -1;
                if (!rune.IsBmp)
                {
                    Add(tokens, text, position, position + rune.Utf16SequenceLength);
                }
            }
            else if (start < 0)
            {
                start = position;
            }

            position += rune.Utf16SequenceLength;
        }

        Add(tokens, text, start, position);
        return tokens;
    }

    private static void Add(List<Token> tokens, string text, int start, int end)
    {
        if (start >= 0)
        {
            var word = text[start..end];
            tokens.Add(new Token { Start = start, End = end - 1, Text = word, Normalized = Digits.Fold(word).ToLowerInvariant() });
        }
    }

    private static bool IsBreak(int code) => code
        is <= 0x2F
        or (>= 0x3A and <= 0x40)
        or (>= 0x5B and <= 0x60)
        or (>= 0x7B and <= 0xBF)
        or (>= 0x2B9 and <= 0x36F)
        or 0x60C or 0x61B or 0x61F or 0x6D4
        or (>= 0x2000 and <= 0x2BFF)
        or (>= 0x2E00 and <= 0x2E7F);
}
