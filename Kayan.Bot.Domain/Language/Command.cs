namespace Kayan.Bot.Domain.Language;

/// <summary>Recognises the commands that work from anywhere. The whole message must be the command, nothing before or after it.</summary>
public static class Command
{
    private static readonly Dictionary<string, CommandKind> Commands = Build(
        (CommandKind.Menu, ["0", "القائمة", "قائمة", "القائمه الرئيسية", "القائمة الرئيسة", "قائمة رئيسية", "الرئيسية", "القوائم",
            "رجوع للقائمة", "menu", "main menu"]),
        (CommandKind.Human, ["موظف", "موظفة", "الموظف", "الموظفة", "موظفين", "موظف خدمة", "موظف بشري", "human", "agent", "staff"]),
        (CommandKind.Cancel, ["إلغاء", "الغ", "ألغي", "الغي", "الغيه", "كنسل", "cancel"]),
        (CommandKind.English, ["english", "en", "انجليزي", "إنجليزي", "الإنجليزية", "انقليزي", "انجلش", "انقلش"]),
        (CommandKind.Arabic, ["عربي", "العربية", "عربية", "بالعربي", "arabic", "ar"]),
        (CommandKind.Stop, ["إيقاف", "وقف", "توقف", "قف", "أوقف", "إيقاف الرسائل", "إلغاء الاشتراك", "لا ترسل", "لا ترسلوا", "لا ترسلون",
            "stop", "stopall", "stop all", "unsubscribe", "end", "quit", "revoke", "optout", "opt out"]),
        (CommandKind.StopRatings, ["لا أريد تقييم", "لا أريد التقييم", "ما أبي تقييم", "ما ابغى تقييم", "بدون تقييم", "بلا تقييم", "إيقاف التقييم",
            "إيقاف التقييمات", "أوقفوا التقييم", "وقف التقييم", "stop ratings", "stop rating", "stop surveys", "stop survey", "no ratings", "no surveys"]),
        (CommandKind.Start, ["اشتراك", "تفعيل", "ابدأ", "start", "unstop"]),
        (CommandKind.Help, ["مساعدة", "المساعدة", "help", "info"]));

    /// <summary>The command that the whole message is, or <see cref="CommandKind.None"/>.</summary>
    /// <param name="text">The message as it was typed; harakat, letter variants, punctuation and emoji around it do not matter.</param>
    public static CommandKind Recognise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 64 ? CommandKind.None : Commands.GetValueOrDefault(Words.Joined(text));
    }

    private static Dictionary<string, CommandKind> Build(params (CommandKind Kind, string[] Phrases)[] commands) =>
        commands.SelectMany(command => command.Phrases, (command, phrase) => (Phrase: Words.Joined(phrase), command.Kind))
            .DistinctBy(pair => pair.Phrase)
            .ToDictionary(pair => pair.Phrase, pair => pair.Kind, StringComparer.Ordinal);
}
