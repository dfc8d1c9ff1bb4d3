namespace Kayan.Bot.Domain.Language;

/// <summary>
/// Dialect words and their standard counterparts, from the embedded file dialect.txt; the longest phrase wins, a phrase
/// without counterpart (politeness, address) is dropped.
/// </summary>
internal sealed class DialectLexicon
{
    private readonly Dictionary<string, string> _phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _longest;

    private DialectLexicon(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
            {
                throw new InvalidDataException($"dialect.txt: no '=' in {line}");
            }
            var standard = Words.Joined(line[(equals + 1)..]);
            foreach (var dialect in line[..equals].Split('،', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var words = Words.Of(dialect);
                _longest = Math.Max(_longest, words.Length);
                if (!_phrases.TryAdd(string.Join(' ', words), standard))
                {
                    throw new InvalidDataException($"dialect.txt: {dialect} stands twice.");
                }
            }
        }
        _lookup = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The lexicon of the product.</summary>
    public static DialectLexicon Shipped { get; } = new(EmbeddedText.Lines("Language.dialect.txt"));

    /// <summary>The dialect words and phrases, folded.</summary>
    public IEnumerable<string> Phrases => _phrases.Keys;

    /// <summary>Writes words (loosely folded, one space between) with dialect replaced; stops where the destination is full.</summary>
    /// <returns>How many characters were written.</returns>
    public int Replace(ReadOnlySpan<char> words, Span<char> destination)
    {
        var written = 0;
        for (var at = 0; at < words.Length;)
        {
            var length = LongestPhrase(words[at..], out var standard);
            var source = length > 0 ? standard.AsSpan() : FirstWord(words[at..]);
            var and = length == 0 && source.Length > 3 && source[0] == 'و' && _lookup.TryGetValue(source[1..], out standard);
            length = length > 0 ? length : source.Length;
            source = and ? standard : source;
            if (source.Length > 0)
            {
                if (written + source.Length + 2 > destination.Length)
                {
                    break;
                }
                if (written > 0)
                {
                    destination[written++] = ' ';
                }
                if (and)
                {
                    destination[written++] = 'و';
                }
                source.CopyTo(destination[written..]);
                written += source.Length;
            }
            at += length + 1;
        }
        return written;
    }

    private int LongestPhrase(ReadOnlySpan<char> words, out string standard)
    {
        Span<int> ends = stackalloc int[_longest];
        var count = 0;
        for (var i = 0; i <= words.Length && count < _longest; i++)
        {
            if (i == words.Length || words[i] == ' ')
            {
                ends[count++] = i;
            }
        }
        for (; count > 0; count--)
        {
            if (_lookup.TryGetValue(words[..ends[count - 1]], out var found))
            {
                standard = found;
                return ends[count - 1];
            }
        }
        standard = "";
        return 0;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> words)
    {
        var space = words.IndexOf(' ');
        return space < 0 ? words : words[..space];
    }
}
