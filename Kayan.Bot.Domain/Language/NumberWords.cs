namespace Kayan.Bot.Domain.Language;

/// <summary>
/// The words that numbers are made of, loosely folded: standard spelling, common misspellings, Gulf and Hijazi forms, English.
/// </summary>
internal static class NumberWords
{
    // Static fields are set in the order they stand in, so the stems come before the tables built from them.
    private static readonly (int Value, string Stems)[] TeenStems =
    [
        (11, "احد حد حدا احدا ايد احدي"), (12, "اثن اثنا اطن طن اتن اتنا اثني"), (13, "ثلاث ثلث ثل ثلا تلت ثلاثه تلات"),
        (14, "اربع اربعه"), (15, "خمس خمسه"), (16, "ست س سته"), (17, "سبع سبعه"),
        (18, "ثمان ثمن تمن ثمانيه ثماني تمان"), (19, "تسع تسعه"),
    ];

    private static readonly (int Value, string Stems)[] HundredStems =
    [
        (300, "ثلاث ثلث تلت تلات ثلاثه ثل"), (400, "اربع ربع اربعه"), (500, "خمس خمسه"), (600, "ست سته"),
        (700, "سبع سبعه"), (800, "ثمان ثمن ثماني تمن تمان"), (900, "تسع تسعه"),
    ];

    public static readonly IReadOnlyDictionary<string, int> Units = Index(
        (0, "صفر زيرو zero"),
        (1, "واحد واحده وحده one"),
        (2, "اثنين اثنان اثنتين اثنتان اثنينه ثنين ثنتين ثنتان ثنينه اتنين تنين تنتين اتنينه two"),
        (3, "ثلاثه ثلاث ثلاته تلاته تلات ثلثه three"),
        (4, "اربعه اربع ارب اربعا four"),
        (5, "خمسه خمس five"),
        (6, "سته ست six"),
        (7, "سبعه سبع seven"),
        (8, "ثمانيه ثماني ثمان ثمنيه تمانيه تمنيه تماني تمان eight"),
        (9, "تسعه تسع nine"),
        (10, "عشره عشر ten"));

    public static readonly IReadOnlyDictionary<string, int> Tens = Index(
        (20, "عشرين عشرون twenty"),
        (30, "ثلاثين ثلاثون تلاتين ثلثين thirty"),
        (40, "اربعين اربعون forty"),
        (50, "خمسين خمسون fifty"),
        (60, "ستين ستون sixty"),
        (70, "سبعين سبعون seventy"),
        (80, "ثمانين ثمانون تمانين ثمنين eighty"),
        (90, "تسعين تسعون ninety"));

    /// <summary>Teens in one word (خمسطعش، حداشر); those in two words are a unit followed by <see cref="Ten"/>.</summary>
    public static readonly IReadOnlyDictionary<string, int> Teens = BuildTeens();

    public static readonly IReadOnlyDictionary<string, int> Hundreds = BuildHundreds();

    /// <summary>The first half of a two-word eleven or twelve (أحد عشر، اثنتا عشرة).</summary>
    public static readonly IReadOnlyDictionary<string, int> BeforeTen = Index((1, "احد احدي حادي"), (2, "اثنا اثني اثنتا اثنتي"));

    /// <summary>عشر، عشرة as the second half of a teen.</summary>
    public static readonly HashSet<string> Ten = ["عشر", "عشره"];

    /// <summary>A hundred after its multiplier (ثلاث مية).</summary>
    public static readonly HashSet<string> Hundred = ["ميه", "مايه", "ميت", "مييه", "hundred"];

    /// <summary>A thousand, alone or after its multiplier.</summary>
    public static readonly HashSet<string> Thousand = ["الف", "الاف", "الفا", "تالاف", "تلاف", "thousand"];

    /// <summary>Two thousand.</summary>
    public static readonly HashSet<string> TwoThousand = ["الفين", "الفان"];

    /// <summary>Parts after a number that make it something other than a whole number (خمسة ونص).</summary>
    public static readonly HashSet<string> Fractions = ["نص", "نصف", "ربع", "ثلث", "half"];

    private static Dictionary<string, int> BuildTeens()
    {
        string[] endings = ["عش", "طعش", "تعش", "عشر", "طعشر", "تعشر", "اشر", "تاشر", "طاشر", "شر"];
        return Combine(TeenStems, endings);
    }

    private static Dictionary<string, int> BuildHundreds()
    {
        var hundreds = Combine(HundredStems, ["ميه", "مايه", "ميت", "مايت"]);
        foreach (var (word, value) in Index((100, "ميه مايه ميت مايت مييه hundred"), (200, "ميتين ميتان مايتين مايتان متين ميتا مايتا")))
        {
            hundreds[word] = value;
        }
        return hundreds;
    }

    private static Dictionary<string, int> Combine((int Value, string Stems)[] groups, string[] endings)
    {
        Dictionary<string, int> words = new(StringComparer.Ordinal);
        foreach (var (value, stems) in groups)
        {
            foreach (var stem in stems.Split(' '))
            {
                foreach (var ending in endings)
                {
                    words.TryAdd(stem + ending, value);
                }
            }
        }
        return words;
    }

    private static Dictionary<string, int> Index(params (int Value, string Words)[] groups) =>
        groups.SelectMany(group => group.Words.Split(' '), (group, word) => (word, group.Value))
            .ToDictionary(pair => pair.word, pair => pair.Value, StringComparer.Ordinal);
}
