namespace Kayan.Bot.Domain.Language;

/// <summary>Spells numbers in standard Arabic.</summary>
internal static class NumberSpelling
{
    private static readonly string[] Small =
    [
        "صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة", "أحد عشر", "اثنا عشر",
        "ثلاثة عشر", "أربعة عشر", "خمسة عشر", "ستة عشر", "سبعة عشر", "ثمانية عشر", "تسعة عشر",
    ];

    private static readonly string[] Tens =
        ["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"];

    private static readonly string[] Hundreds =
        ["مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"];

    public static string Of(int value)
    {
        List<string> parts = [];
        if (value >= 1000)
        {
            parts.Add((value / 1000) switch { 1 => "ألف", 2 => "ألفان", var n => $"{Small[n]} آلاف" });
            value %= 1000;
        }
        if (value >= 100)
        {
            parts.Add(Hundreds[(value / 100) - 1]);
            value %= 100;
        }
        if (value >= 20)
        {
            if (value % 10 > 0)
            {
                parts.Add(Small[value % 10]);
            }
            parts.Add(Tens[(value / 10) - 2]);
        }
        else if (value > 0 || parts.Count == 0)
        {
            parts.Add(Small[value]);
        }
        return string.Join(" و", parts);
    }
}
