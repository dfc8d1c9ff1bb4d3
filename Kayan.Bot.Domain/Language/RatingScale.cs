namespace Kayan.Bot.Domain.Language;

/// <summary>Understands a rating from 1 to 5 in digits, words, stars and faces; never converts from another scale.</summary>
public static class RatingScale
{
    private const int MaxLength = 400;
    private const int MaxWordsAround = 5;

    private static readonly PhraseTable<int> Phrases = new(
        (5, ["ممتاز", "ممتازة", "ممتازين", "امتياز", "ممتاز جدا", "رائع", "رائعة", "رائعين", "رائع جدا", "مذهل", "مذهلة", "خرافي",
            "خرافية", "اسطوري", "أسطورية",
            "فوق الممتاز", "روعة", "مبدعين", "خمس نجوم", "excellent", "perfect", "amazing", "wonderful", "outstanding"]),
        (4, ["جيد جدا", "جيدة جدا", "جيد مرة", "مرة جيد", "مرة زين", "زين مرة", "مره كويس", "كويس مره", "كويسة مرة", "مره حلو", "حلو مره",
            "حلوة مرة", "مرة طيب",
            "زين حيل", "حيل زين", "زينة مرة", "زين جدا", "حلو جدا", "كويس جدا", "very good", "great"]),
        (3, ["جيد", "جيدة", "متوسط", "متوسطة", "وسط", "عادي", "عادية", "نص نص", "نص ونص", "لا بأس", "لا باس به", "مو بطال", "مب بطال",
            "كويس", "كويسة", "زين", "زينة",
            "حلو", "حلوة", "ماشي الحال", "average", "good", "so so", "ok", "okay"]),
        (2, ["مقبول", "مقبولة", "مو زين", "مب زين", "مو زينة", "مو كويس", "مو كويسة", "مب كويس", "مو حلو", "مو حلوة", "مش كويس",
            "ليس جيد", "ليست جيدة", "غير جيد",
            "غير جيدة", "مو جيد", "مو جيدة", "تحت المتوسط", "دون المتوسط", "أقل من المتوسط", "fair", "not good"]),
        (1, ["سيئ", "سيء", "سئ", "سيئة", "سيئين", "سيئ جدا", "سيء جدا", "سيئة جدا", "سيئ مرة", "مره سيئ", "مره سيء", "ضعيف", "ضعيفة",
            "ضعيف جدا", "ضعيفة جدا",
            "رديء", "رديئة", "أسوأ", "اسوا شي", "أسوأ خدمة", "سيئ للغاية", "سيئة للغاية", "تحت الصفر",
            "زفت", "خايس", "خايسة", "فاشل", "فاشلة", "تعيس", "تعيسة", "bad", "very bad", "poor", "very poor", "terrible",
            "awful", "horrible"]));

    private static readonly HashSet<string> Negators = Words.Set("مو", "مب", "مش", "غير", "ليس", "ليست", "ما", "ماهو", "مهوب", "not", "لا");

    private static readonly HashSet<string> Units = Words.Set(
        "يوم", "يومين", "أيام", "أسبوع", "أسبوعين", "أسابيع", "شهر", "شهرين", "شهور", "أشهر", "سنة", "سنوات", "سنين", "ساعة", "ساعات",
        "دقيقة", "دقايق", "دقائق",
        "مرة", "مرات", "ريال", "ألف", "طفل", "أطفال", "أولاد", "عيال", "بنات", "طلب", "طلبات", "شخص", "أشخاص", "days", "weeks", "months",
        "hours", "times");

    private static readonly HashSet<string> StarWords = Words.Set("نجوم", "نجمة", "نجمتين", "نجمتان", "نجمات", "stars", "star");

    private static readonly (int Stars, string Faces)[] Faces =
    [
        (5, "😍🤩🥰"), (4, "🙂😊😀😃😄"), (3, "😐😑"), (2, "🙁☹😕"), (1, "😞😡😠🤬😢😭😔😩"),
    ];

    /// <summary>What the answer says.</summary>
    /// <param name="text">The answer as it was typed.</param>
    public static RatingAnswer Recognise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength)
        {
            return RatingAnswer.None;
        }
        var words = Words.Of(text);
        var number = FromNumber(text, words);
        if (number.Kind != RatingAnswerKind.NotARating)
        {
            return number;
        }
        var stars = CountStars(text);
        if (stars > 0)
        {
            return stars <= 5 ? RatingAnswer.Of(stars) : RatingAnswer.OtherScale;
        }
        var spoken = FromWords(words);
        return words.Length == 0 ? FromFaces(text) : spoken;
    }

    /// <summary>
    /// The stars of a message that is a number from 1 to 5 and nothing more: "٥", "خمسة", "خمس نجوم", "⭐⭐⭐⭐"; null for any other. Praise
    /// and blame are no numbers: "زين" alone may answer anything.
    /// </summary>
    /// <param name="text">The message as it was typed.</param>
    public static int? Bare(string text)
    {
        var answer = Recognise(text);
        var words = Words.Of(text);
        var isBare = words.Length == 0 ? CountStars(text) > 0 : NumberReading.Of(text).OtherWords <= words.Count(StarWords.Contains);
        return answer.Kind == RatingAnswerKind.Rating && isBare ? answer.Stars : null;
    }

    private static RatingAnswer FromNumber(string text, string[] words)
    {
        if (words.Contains("نجمتين") || words.Contains("نجمتان"))
        {
            return RatingAnswer.Of(2);
        }
        if (words is ["نجمه"] or ["نجمه", "واحده"])
        {
            return RatingAnswer.Of(1);
        }
        var reading = NumberReading.Of(text);
        var numbers = reading.Integers;
        if (words.Any(Units.Contains) || (reading.OtherWords > MaxWordsAround && !StartsWithDigit(words)))
        {
            return RatingAnswer.None;
        }
        if (reading.HasFraction || (numbers.Count > 0 && text.AsSpan().IndexOfAny('%', '٪') >= 0))
        {
            return RatingAnswer.OtherScale;
        }
        return numbers switch
        {
            [var value] => OnScale(value),
            [var value, 5] when IsOutOf(text, words) => OnScale(value),
            [_, _] when IsOutOf(text, words) => RatingAnswer.OtherScale,
            _ => RatingAnswer.None,
        };
    }

    private static RatingAnswer OnScale(long value) => value switch
    {
        >= 1 and <= 5 => RatingAnswer.Of((int)value),
        >= 0 and <= 100 => RatingAnswer.OtherScale,
        _ => RatingAnswer.None,
    };

    private static bool StartsWithDigit(string[] words) => words.Length > 0 && words[0].All(char.IsAsciiDigit);

    private static bool IsOutOf(string text, string[] words) =>
        text.Contains('/', StringComparison.Ordinal) || text.Contains('\\', StringComparison.Ordinal)
        || words.Contains("من") || words.Contains("علي") || words.Contains("of");

    private static int CountStars(string text) => text.EnumerateRunes().Count(rune => rune.Value is 0x2B50 or 0x2605 or 0x1F31F);

    private static RatingAnswer FromWords(string[] words)
    {
        var stars = 0;
        var other = 0;
        for (var i = 0; i < words.Length;)
        {
            var (value, length) = Phrases.At(words, i);
            if (length == 0)
            {
                other++;
                i++;
                continue;
            }
            if ((stars != 0 && stars != value) || (i > 0 && Negators.Contains(words[i - 1])))
            {
                return RatingAnswer.None;
            }
            stars = value;
            i += length;
        }
        return stars > 0 && other <= MaxWordsAround ? RatingAnswer.Of(stars) : RatingAnswer.None;
    }

    private static RatingAnswer FromFaces(string text)
    {
        var stars = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            foreach (var (value, faces) in Faces)
            {
                if (!faces.EnumerateRunes().Contains(rune))
                {
                    continue;
                }
                if (stars != 0 && stars != value)
                {
                    return RatingAnswer.None;
                }
                stars = value;
            }
        }
        return stars > 0 ? RatingAnswer.Of(stars) : RatingAnswer.None;
    }
}
