using System.Text;

namespace Kayan.Bot.Domain.Language;

/// <summary>
/// How Arabic letters sound in Latin writing. A sound is one character: consonants as below, vowels a (ا), y (ي), w (و).
/// The skeleton of a word is its consonants, doubled ones once.
/// </summary>
internal static class ArabiziLetters
{
    private static readonly (string Latin, string Sounds)[] Spellings =
    [
        ("sh", "$"), ("ch", "$"), ("kh", "x"), ("gh", "G"), ("th", "D"), ("dh", "D"), ("zh", "D"), ("aa", "aa"), ("ee", "yy"), ("oo",
        "ww"), ("ou", "ww"),
        ("ai", "yy"), ("ei", "yy"), ("ay", "yy"), ("ey", "yy"), ("au", "ww"), ("aw", "ww"), ("ow", "ww"),
        ("2", ""), ("3", "E"), ("5", "x"), ("6", "t"), ("7", "h"), ("8", "q"), ("9", "s"), ("4", "D"), ("1", ""), ("0", ""),
        ("a", "a"), ("b", "b"), ("c", "k"), ("d", "d"), ("e", "y"), ("f", "f"), ("g", "q"), ("h", "h"), ("i", "y"), ("j", "j"), ("k",
        "k"), ("l", "l"), ("m", "m"),
        ("n", "n"), ("o", "w"), ("p", "b"), ("q", "q"), ("r", "r"), ("s", "s"), ("t", "t"), ("u", "w"), ("v", "f"), ("w", "W"), ("x",
        "ks"), ("y", "Y"), ("z", "z"),
    ];

    /// <summary>What each Arabic letter may sound like, likeliest first.</summary>
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ب'] = "b",
        ['ت'] = "t",
        ['ث'] = "Dt",
        ['ج'] = "jq",
        ['ح'] = "h",
        ['خ'] = "x",
        ['د'] = "d",
        ['ذ'] = "Dzd",
        ['ر'] = "r",
        ['ز'] = "z",
        ['س'] = "s",
        ['ش'] = "$",
        ['ص'] = "s",
        ['ض'] = "dD",
        ['ط'] = "t",
        ['ظ'] = "Dtz",
        ['ع'] = "E",
        ['غ'] = "G",
        ['ف'] = "f",
        ['ق'] = "qk",
        ['ك'] = "k",
        ['ل'] = "l",
        ['م'] = "m",
        ['ن'] = "n",
        ['ه'] = "h",
    };

    /// <summary>For writing a word out that is not known: one letter a sound.</summary>
    private static readonly Dictionary<char, char> Written = new()
    {
        ['b'] = 'ب',
        ['t'] = 'ت',
        ['j'] = 'ج',
        ['h'] = 'ه',
        ['x'] = 'خ',
        ['d'] = 'د',
        ['D'] = 'ذ',
        ['r'] = 'ر',
        ['z'] = 'ز',
        ['s'] = 'س',
        ['$'] = 'ش',
        ['E'] = 'ع',
        ['G'] = 'غ',
        ['f'] = 'ف',
        ['q'] = 'ق',
        ['k'] = 'ك',
        ['l'] = 'ل',
        ['m'] = 'م',
        ['n'] = 'ن',
        ['W'] = 'و',
        ['Y'] = 'ي',
    };

    /// <summary>The sounds of a Latin word.</summary>
    public static string Sounds(string latin)
    {
        var sounds = new StringBuilder(latin.Length + 4);
        for (var i = 0; i < latin.Length;)
        {
            var (spelling, value) = Array.Find(Spellings, pair => latin.AsSpan(i).StartsWith(pair.Latin, StringComparison.Ordinal));
            sounds.Append(value);
            i += spelling?.Length ?? 1;
        }
        return sounds.ToString();
    }

    /// <summary>
    /// The consonants of sounds. W and Y count at the beginning only, where they cannot be vowels; a final h is a feminine ending.
    /// </summary>
    public static string Skeleton(string sounds)
    {
        var skeleton = new StringBuilder(sounds.Length);
        for (var i = 0; i < sounds.Length; i++)
        {
            var c = sounds[i];
            var vowel = c is 'a' or 'y' or 'w' || (c is 'W' or 'Y' && i > 0) || (c == 'h' && i == sounds.Length - 1 && i > 1);
            if (!vowel && (skeleton.Length == 0 || skeleton[^1] != c))
            {
                skeleton.Append(c);
            }
        }
        return skeleton.ToString();
    }

    /// <summary>The skeletons that a folded Arabic word may have in Latin writing, where a letter has several spellings.</summary>
    public static IEnumerable<string> SkeletonsOf(string arabic)
    {
        List<string> sounds = [""];
        for (var i = 0; i < arabic.Length; i++)
        {
            var options = arabic[i] switch
            {
                'و' => "W",
                'ي' => "Y",
                _ => Letters.GetValueOrDefault(arabic[i], "a"),
            };
            sounds = [.. sounds.Take(8).SelectMany(start => options.Select(option => start + option))];
        }
        return sounds.Select(Skeleton).Where(skeleton => skeleton.Length > 0).Distinct(StringComparer.Ordinal);
    }

    /// <summary>
    /// How badly the vowels of an Arabic word fit the sounds: long vowels ought to be heard, short ones need not be written.
    /// </summary>
    public static double VowelDistance(string sounds, string arabic)
    {
        var heard = sounds.Count(c => c is 'a' or 'y' or 'w' or 'W' or 'Y');
        var distance = 0.0;
        foreach (var (letter, near) in ((char, string)[])[('ا', "a"), ('ي', "yY"), ('و', "wW")])
        {
            var written = arabic.Count(c => c == letter);
            var fitting = sounds.Count(near.Contains);
            distance += written > fitting ? written - fitting : 0.2 * (fitting - written);
        }
        var ending = arabic[^1] == 'ه' && sounds[^1] is not ('a' or 'h' or 'y') ? 1 : 0;
        var open = arabic[^1] != 'ه' && arabic[^1] != 'ا' && sounds[^1] == 'a' ? 0.7 : 0;
        return distance + ending + open + (heard == 0 ? 0.5 : 0);
    }

    /// <summary>A word that is not known, letter by letter: short vowels left out, a final a as ه.</summary>
    public static string WriteOut(string sounds)
    {
        var word = new StringBuilder(sounds.Length);
        for (var i = 0; i < sounds.Length; i++)
        {
            var c = sounds[i];
            var isLong = i + 1 < sounds.Length && sounds[i + 1] == c;
            if (Written.TryGetValue(c, out var letter))
            {
                if (!isLong)
                {
                    word.Append(letter);
                }
                continue;
            }
            if (c == 'a' && (i == 0 || isLong))
            {
                word.Append('ا');
            }
            else if (isLong || (i == sounds.Length - 1 && c != 'a'))
            {
                word.Append(c == 'y' ? 'ي' : 'و');
            }
            else if (i == sounds.Length - 1)
            {
                word.Append('ه');
            }
            i += isLong ? 1 : 0;
        }
        return word.ToString();
    }
}
