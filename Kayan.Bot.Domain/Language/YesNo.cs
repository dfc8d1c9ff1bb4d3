namespace Kayan.Bot.Domain.Language;

/// <summary>
/// Understands the answer to a yes-or-no question in standard Arabic, Saudi dialect and English. "لا مانع" is a yes, "مو موافق" a no,
/// "لست متأكد" neither; what says both or asks something back is <see cref="YesNoAnswer.Unknown"/>.
/// </summary>
public static class YesNo
{
    private const int MaxLength = 200;
    private const int MaxOtherWords = 4;

    private enum Sense
    {
        Yes,
        No,
        DontKnow,
        WeakYes,
        Filler,
        Negator,
    }

    private static readonly PhraseTable<Sense> Phrases = new(
        (Sense.Yes,
        [
            "نعم", "نعمين", "ايه", "ايوه", "ايوا", "ايوة", "أيوا", "اي نعم", "اي والله", "اي اكيد", "اي طبعا", "أجل", "بلى", "بلا شك",
            "طبعا", "أكيد",
            "بالتأكيد", "بالطبع", "موافق", "موافقة", "موافقين", "أوافق", "نوافق", "ابشر", "ابشري", "ابشروا", "تم", "صحيح", "صحيحة", "صح",
            "مضبوط", "مزبوط", "حاضر", "على راسي", "على عيني", "من عيوني", "بكل سرور", "بكل تأكيد", "معلوم", "يب", "يس", "اوكي", "اوكيه",
            "اوك", "أوكيه", "أقر", "اقر بذلك", "نقر", "نقر بذلك", "يا ليت", "ياليت", "ياريت", "يا ريت", "أتمنى", "كلامك صحيح", "كلامكم صحيح",
            "كلامك سليم", "سليم", "سليمة", "على بركة الله", "توكلنا على الله", "وهو كذلك", "مثل ما قلت", "بلا مانع", "بدون مانع",
            "لا مانع", "لا مانع لدي", "لا مانع عندي", "ما عندي مانع", "ماعندي مانع", "ما عندنا مانع", "مافي مانع", "ما في مانع",
            "ما فيه مانع",
            "لا بأس", "ما فيه بأس", "ما يخالف", "مايخالف", "ما خالف", "لا مشكلة", "مافي مشكلة", "ما في مشكلة", "ما فيه مشكلة", "مو مشكلة",
            "مب مشكلة", "ما عندي مشكلة", "ماعندي مشكلة", "لا اعتراض", "ما عندي اعتراض", "ليش لا", "وليش لا", "لم لا", "لما لا", "ولم لا",
            "ولا يهمك", "مو غلط", "لا غلط", "ما فيه غلط", "ما فيه خطأ", "لا يوجد خطأ", "لا يوجد مانع", "من دون شك", "بدون شك",
            "yes", "yeah", "yep", "yup", "sure", "of course", "ok", "okay", "agree", "agreed", "i agree", "correct", "right",
            "no problem", "why not",
            "go ahead", "fine", "y", "ay", "aywa", "eh", "na3am", "naam",
        ]),
        (Sense.WeakYes,
        [
            "اي", "اه", "آها", "ااه", "تمام", "طيب", "زين", "ماشي", "حسنا", "أبي", "ابغى", "ابغا", "أريد", "نبي", "نبغى", "نريد", "أحب",
            "ودي",
            "يلا", "يالله", "عادي", "مناسب", "يناسبني", "كويس", "جيد", "ممتاز", "مية مية", "تفضل", "تفضلي", "سو", "سوها", "اعتمد", "كذا",
            "هذا", "هذي", "هي", "هو", "كلها", "كله", "البيانات",
        ]),
        (Sense.No,
        [
            "لا", "لأ", "لالا", "لا لا", "كلا", "ابدا", "أبدًا", "مستحيل", "ولا", "مو موافق", "غير موافق", "لا والله", "لا شكرا",
            "لا أوافق",
            "ما أوافق", "ما ابي", "مابي", "ما ابغى", "مابغى", "ما ابغا", "مابغا", "ما أريد", "لا أريد", "ما نبي", "ما نبغى", "مانبي",
            "ما ودي",
            "لا أرغب", "ما أرغب", "مو الحين", "مو الان", "ليس الان", "مب الحين", "غلط", "خطأ", "خطا", "أرفض", "مرفوض", "رافض", "معترض",
            "ما يناسبني",
            "لا يناسبني", "مايناسبني", "ما يصير", "مو لازم", "ما يحتاج", "مايحتاج", "لا داعي", "ماله داعي", "ما له داعي", "بلاش",
            "مو كذا", "مب كذا", "مو هذا", "مو هذي", "no", "nope", "nah", "not now", "no thanks", "no thank you", "disagree", "wrong",
            "incorrect",
            "i dont", "dont", "n", "la",
        ]),
        (Sense.DontKnow,
        [
            "لا أدري", "ما أدري", "ماادري", "مدري", "ما ندري", "ما اعرف", "مااعرف", "لا اعرف", "ما نعرف", "لا أعلم", "ما أعلم",
            "ما عندي علم", "ماعندي علم",
            "لست متأكد", "لست متأكدة", "لست متاكدا", "غير متأكد", "غير متأكدة", "مو متأكد", "مو متأكدة", "مب متأكد", "مب متأكدة",
            "مش متأكد",
            "مش متأكدة", "ماني متأكد", "ماني متأكدة", "مني متأكد", "منيب متأكد", "ما تأكدت", "ما اذكر", "مااذكر", "لا أذكر", "لا أتذكر",
            "ما اتذكر",
            "الله أعلم", "علمي علمك", "يمكن", "ربما", "ممكن", "احتمال", "محتار", "محتارة", "متردد", "مترددة", "ما قررت", "ما قررت بعد",
            "not sure", "im not sure", "dont know", "i dont know", "i don t know", "don t know", "idk", "no idea", "maybe", "perhaps",
        ]),
        (Sense.Filler,
        [
            "لا حول", "لا حول ولا قوة", "لا حول ولا قوة الا بالله", "لا اله الا الله", "لا هنت", "لا هنتم", "لا هنتوا", "لا خلا ولا عدم",
            "لا يهونون", "ما شاء الله", "ماشاء الله", "خلاص", "خلص", "بس", "كلامك", "كلامكم",
            "والله", "شكرا", "الله", "يعطيك", "يعطيكم", "العافية", "لو", "سمحت", "سمحتي", "سمحتوا", "من", "فضلك", "فضلكم", "يا", "انا",
            "أنا", "نحن", "احنا",
            "يا ولدي", "ياولدي", "يا بنتي", "يابنتي", "اخوي", "أختي", "جزاك", "جزاكم", "خير", "خيرا", "مشكور", "مشكورين", "تسلم",
            "تسلمون", "كل", "شي",
            "على", "ذلك", "عليها", "عليه", "جدا", "مره", "حيل", "thanks", "thank", "you", "please", "it", "is", "that", "s", "i", "am",
            "im", "all",
        ]),
        (Sense.Negator,
        [
            "مو", "مب", "مش", "مهب", "مهوب", "موب", "ماهو", "ماهي", "منيب", "ماني", "مني", "مانيب", "غير", "ليس", "ليست", "لست", "ما",
            "لم", "not",
        ]));

    /// <summary>What the answer says.</summary>
    /// <param name="text">The answer as it was typed.</param>
    public static YesNoAnswer Recognise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength)
        {
            return YesNoAnswer.Unknown;
        }
        var words = Words.Of(text);
        return words.Length == 0 ? FromEmoji(text) : Decide(words);
    }

    private static YesNoAnswer Decide(string[] words)
    {
        int yes = 0, weak = 0, no = 0, dontKnow = 0, other = 0;
        var leading = true;
        var leads = false;
        for (var i = 0; i < words.Length;)
        {
            var (sense, length) = Phrases.At(words, i);
            length = length == 0 ? TrySqueezed(words, i, out sense) : length;
            if (length > 0 && sense == Sense.Negator)
            {
                var (negated, more) = i + 1 < words.Length ? Phrases.At(words, i + 1) : default;
                more = more == 0 && i + 1 < words.Length ? TrySqueezed(words, i + 1, out negated) : more;
                length += more;
                sense = more == 0 ? Sense.Filler : negated is Sense.Yes or Sense.WeakYes ? Sense.No : Sense.Filler;
                other += sense == Sense.Filler ? 1 : 0;
            }
            yes += length > 0 && sense == Sense.Yes ? 1 : 0;
            weak += length > 0 && sense == Sense.WeakYes ? 1 : 0;
            no += length > 0 && sense == Sense.No ? 1 : 0;
            dontKnow += length > 0 && sense == Sense.DontKnow ? 1 : 0;
            other += length == 0 ? 1 : 0;
            var filler = length > 0 && sense == Sense.Filler;
            leads |= leading && length > 0 && !filler;
            leading &= filler;
            i += Math.Max(1, length);
        }
        if (dontKnow > 0)
        {
            return other <= MaxOtherWords ? YesNoAnswer.DontKnow : YesNoAnswer.Unknown;
        }
        var short1 = leads ? other <= MaxOtherWords : other == 0;
        return (yes, no) switch
        {
            ( > 0, 0) when short1 => YesNoAnswer.Yes,
            (0, > 0) when short1 => YesNoAnswer.No,
            (0, 0) when weak > 0 && other == 0 => YesNoAnswer.Yes,
            _ => YesNoAnswer.Unknown,
        };
    }

    /// <summary>"نعمم", "لاا": the word with its doubled letters taken once; "موافقا": the word without its accusative ending.</summary>
    private static int TrySqueezed(string[] words, int at, out Sense sense)
    {
        var word = words[at];
        var squeezed = string.Concat(word.Where((c, i) => i == 0 || c != word[i - 1]));
        var (meaning, length) = Phrases.At([squeezed], 0);
        if (length == 0 && word.Length > 4 && word[^1] == 'ا')
        {
            (meaning, length) = Phrases.At([word[..^1]], 0);
        }
        sense = meaning;
        return length;
    }

    private static YesNoAnswer FromEmoji(string text)
    {
        var yes = ContainsAny(text, "👍", "✅", "👌", "✔", "☑", "🆗", "💯");
        var no = ContainsAny(text, "👎", "❌", "🚫", "✖", "⛔", "🙅");
        var dontKnow = ContainsAny(text, "🤷", "🤔");
        return (yes, no, dontKnow) switch
        {
            (true, false, false) => YesNoAnswer.Yes,
            (false, true, false) => YesNoAnswer.No,
            (false, false, true) => YesNoAnswer.DontKnow,
            _ => YesNoAnswer.Unknown,
        };
    }

    private static bool ContainsAny(string text, params ReadOnlySpan<string> marks)
    {
        foreach (var mark in marks)
        {
            if (text.Contains(mark, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }
}
