using Kayan.Bot.Channels.Twilio;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Channels.Twilio;

public sealed class TwilioTextTests
{
    [Fact]
    public void WhatsApp_Choices_BecomeNumberedLines() =>
        Assert.Equal("كيف نخدمك؟\n\n1. حالة طلب\n2. سؤال", TwilioText.WhatsApp(Menu("كيف نخدمك؟", "حالة طلب", "سؤال")));

    [Fact]
    public void WhatsApp_ChoicesWithoutText_AreTheText() => Assert.Equal("1. نعم\n2. لا", TwilioText.WhatsApp(Menu(null, "نعم", "لا")));

    [Fact]
    public void Sms_DirectionMarks_GoAndWordsStay() =>
        Assert.Equal("طلبك K-1448-00012 قيد الدراسة", TwilioText.Sms(MessageFactory.Text("\u200Fطلبك \u2068K-1448-00012\u2069 قيد \u202Aالدراسة\u202C")));

    [Fact]
    public void WhatsApp_DirectionMarks_Stay() => Assert.Equal("طلبك \u20685\u2069", TwilioText.WhatsApp(MessageFactory.Text("طلبك \u20685\u2069")));

    [Theory]
    [InlineData("م", 1601)]
    [InlineData("👨‍👩‍👧", 300)]
    [InlineData("a\u0301", 1000)]
    public void Text_TooLong_EndsAtAWholeCharacterWithinTheLimit(string piece, int times)
    {
        var text = TwilioText.WhatsApp(MessageFactory.Text(string.Concat(Enumerable.Repeat(piece, times))));

        Assert.InRange(text.Length, 1600 - piece.Length, 1600);
        Assert.EndsWith("…", text, StringComparison.Ordinal);
        Assert.Equal(string.Concat(Enumerable.Repeat(piece, (text.Length - 1) / piece.Length)), text[..^1]);
    }

    [Fact]
    public void Text_OfExactlyTheLimit_StaysWhole() => Assert.Equal(1600, TwilioText.WhatsApp(MessageFactory.Text(new string('م', 1600))).Length);

    [Fact]
    public void Variable_Lines_AreJoined() => Assert.Equal("وصل طلبك · المرحلة: الدراسة", TwilioText.Variable("وصل طلبك\r\n\n المرحلة: الدراسة\n"));

    private static Activity Menu(string? text, params string[] titles)
    {
        var activity = MessageFactory.Text(text);
        activity.SuggestedActions = new SuggestedActions(null, [.. titles.Select(title => new CardAction(ActionTypes.ImBack, title, value: title))]);
        return activity;
    }
}
