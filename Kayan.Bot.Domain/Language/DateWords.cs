namespace Kayan.Bot.Domain.Language;

/// <summary>Months, weekdays and relative days as people write them, loosely folded.</summary>
internal static class DateWords
{
    /// <summary>Month names: 1–12 Gregorian, 101–112 Hijri.</summary>
    public static readonly PhraseTable<int> Months = new(
        (1, ["يناير", "كانون الثاني", "january", "jan"]), (2, ["فبراير", "شباط", "february", "feb"]), (3, ["مارس", "آذار", "march", "mar"]),
        (4, ["أبريل", "ابريل", "نيسان", "april", "apr"]), (5, ["مايو", "أيار", "may"]), (6, ["يونيو", "يونيه", "حزيران", "june", "jun"]),
        (7, ["يوليو", "يوليه", "تموز", "july", "jul"]), (8, ["أغسطس", "اغسطس", "آب", "august", "aug"]),
        (9, ["سبتمبر", "أيلول", "september", "sep"]), (10, ["أكتوبر", "اكتوبر", "تشرين الأول", "october", "oct"]),
        (11, ["نوفمبر", "تشرين الثاني", "november", "nov"]), (12, ["ديسمبر", "كانون الأول", "december", "dec"]),
        (101, ["محرم", "المحرم"]), (102, ["صفر"]), (103, ["ربيع الأول", "ربيع اول"]), (104, ["ربيع الآخر", "ربيع الثاني", "ربيع ثاني",
            "ربيع اخر"]),
        (105, ["جمادى الأولى", "جمادى الأول", "جماد الأول", "جماد اول", "جمادى اول"]),
        (106, ["جمادى الآخرة", "جمادى الثانية", "جمادى الثاني", "جماد الثاني", "جماد ثاني", "جمادى الاخر", "جماد الاخر"]),
        (107, ["رجب"]), (108, ["شعبان"]), (109, ["رمضان"]), (110, ["شوال"]),
        (111, ["ذو القعدة", "ذي القعدة", "ذا القعدة", "ذوالقعدة", "ذيالقعدة", "القعدة"]),
        (112, ["ذو الحجة", "ذي الحجة", "ذا الحجة", "ذوالحجة", "ذيالحجة", "الحجة"]));

    public static readonly PhraseTable<DayOfWeek> Weekdays = new(
        (DayOfWeek.Sunday, ["الأحد", "يوم الأحد", "يوم أحد", "sunday"]), (DayOfWeek.Monday, ["الاثنين", "الإثنين", "يوم الاثنين",
            "الاتنين", "monday"]),
        (DayOfWeek.Tuesday, ["الثلاثاء", "يوم الثلاثاء", "الثلاثا", "الثلوث", "يوم الثلاثا", "يوم الثلوث", "tuesday"]),
        (DayOfWeek.Wednesday, ["الأربعاء", "يوم الأربعاء", "الأربعا", "الربوع", "يوم الأربعا", "يوم الربوع", "wednesday"]),
        (DayOfWeek.Thursday, ["الخميس", "يوم الخميس", "thursday"]), (DayOfWeek.Friday, ["الجمعة", "يوم الجمعة", "friday"]),
        (DayOfWeek.Saturday, ["السبت", "يوم السبت", "saturday"]));

    /// <summary>Days counted from today.</summary>
    public static readonly PhraseTable<int> Relative = new(
        (0, ["اليوم", "الليلة", "هاليوم", "today"]), (1, ["بكرة", "بكرا", "باكر", "غدا", "يوم غد", "الغد", "tomorrow"]),
        (2, ["بعد بكرة", "بعد بكرا", "بعد باكر", "عقب بكرة", "عقب باكر", "بعد غد", "بعد غدا", "بعد الغد", "day after tomorrow"]),
        (-1, ["أمس", "امس", "البارح", "البارحة", "امبارح", "yesterday"]),
        (-2, ["أول أمس", "قبل أمس", "اول البارح", "اول امبارح", "امس الاول", "أمس الأول"]));

    public static readonly HashSet<string> Next = Words.Set("الجاي", "الجاية", "الجايه", "القادم", "القادمة", "المقبل", "المقبلة", "جاي",
        "التالي", "next");

    public static readonly HashSet<string> Past = Words.Set("الماضي", "الماضية", "الفايت", "اللي فات", "السابق", "فات", "الفائت", "last");

    public static readonly HashSet<string> Week = Words.Set("الأسبوع", "اسبوع", "هالأسبوع", "week");

    public static readonly HashSet<string> Hijri = Words.Set("ه", "هجري", "هجرية", "هجريا", "ah");

    public static readonly HashSet<string> Gregorian = Words.Set("م", "ميلادي", "ميلادية", "ميلاديا", "ad");

    /// <summary>Units that "after" and "ago" count: in days (positive) or in months (negative).</summary>
    public static readonly PhraseTable<(int Count, int Days)> Spans = new(
        ((1, 1), ["يوم", "أيام", "ايام", "يوما"]), ((2, 1), ["يومين"]), ((1, 7), ["أسبوع", "اسابيع", "أسابيع"]), ((2, 7), ["أسبوعين"]),
        ((1, -1), ["شهر", "شهور", "أشهر"]), ((2, -1), ["شهرين"]), ((1, -12), ["سنة", "سنوات", "سنين", "عام", "أعوام"]), ((2, -12),
            ["سنتين", "عامين"]));
}
