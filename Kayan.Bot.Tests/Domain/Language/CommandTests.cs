using Kayan.Bot.Domain.Language;

namespace Kayan.Bot.Tests.Domain.Language;

public sealed class CommandTests
{
    [Theory]
    [InlineData("0", CommandKind.Menu)]
    [InlineData("٠", CommandKind.Menu)]
    [InlineData("القائمة", CommandKind.Menu)]
    [InlineData("القايمه", CommandKind.Menu)]
    [InlineData("موظف", CommandKind.Human)]
    [InlineData("موظفة!", CommandKind.Human)]
    [InlineData("إلغاء", CommandKind.Cancel)]
    [InlineData("الغاء", CommandKind.Cancel)]
    [InlineData("English", CommandKind.English)]
    [InlineData("عربي", CommandKind.Arabic)]
    [InlineData("إيقاف", CommandKind.Stop)]
    [InlineData("ايقــاف.", CommandKind.Stop)]
    [InlineData("وقف", CommandKind.Stop)]
    [InlineData("توقف", CommandKind.Stop)]
    [InlineData("قف", CommandKind.Stop)]
    [InlineData("اوقف", CommandKind.Stop)]
    [InlineData("الغاء الاشتراك", CommandKind.Stop)]
    [InlineData("لا ترسل", CommandKind.Stop)]
    [InlineData("لا ترسلوا", CommandKind.Stop)]
    [InlineData("STOP", CommandKind.Stop)]
    [InlineData("stopall", CommandKind.Stop)]
    [InlineData("unsubscribe", CommandKind.Stop)]
    [InlineData("cancel", CommandKind.Cancel)]
    [InlineData("end", CommandKind.Stop)]
    [InlineData("quit", CommandKind.Stop)]
    [InlineData("revoke", CommandKind.Stop)]
    [InlineData("opt-out", CommandKind.Stop)]
    [InlineData("optout", CommandKind.Stop)]
    [InlineData("اشتراك", CommandKind.Start)]
    [InlineData("تفعيل", CommandKind.Start)]
    [InlineData("ابدأ", CommandKind.Start)]
    [InlineData("start", CommandKind.Start)]
    [InlineData("مساعده", CommandKind.Help)]
    public void Recognise_WholeMessage(string text, CommandKind expected) => Assert.Equal(expected, Command.Recognise(text));

    [Theory]
    [InlineData("")]
    [InlineData("متى ينتهي إيقاف الخدمة؟")]
    [InlineData("ابي موظف")]
    [InlineData("لا توقف")]
    [InlineData("ايقاف الكفالة")]
    [InlineData("10")]
    [InlineData("نعم")]
    public void Recognise_PartOfAMessage_IsNoCommand(string text) => Assert.Equal(CommandKind.None, Command.Recognise(text));
}
