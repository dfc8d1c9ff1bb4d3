using Kayan.Bot.Domain.Language;

namespace Kayan.Bot.Dialogs.Prompts;

/// <summary>The wish to pass over a question, as the whole message.</summary>
internal static class Skip
{
    public const string Answer = "skip";

    private static readonly HashSet<string> Forms =
    [
        .. new[]
        {
            "تخطي", "تخطى", "تخط", "تجاوز", "تجاوزي", "عدي", "عدها", "بدون", "لا شيء", "لاشيء", "لا شي", "مافي", "ما في", "ما عندي", "لا يوجد", "ماعندي شي",
            "لا", "لا شكرا", "خلاص", "يكفي", "بس", "skip", "pass", "no", "nothing", "none", "no thanks",
        }.Select(ArabicText.FoldLoosely),
    ];

    public static bool Is(string text) => Forms.Contains(ArabicText.FoldLoosely(text).Trim(' ', '.', '!', ','));
}
