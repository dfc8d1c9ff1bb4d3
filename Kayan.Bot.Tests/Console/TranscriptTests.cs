using Bunit;
using Kayan.Bot.Console.Parts;
using Kayan.Bot.Console.Reading;

namespace Kayan.Bot.Tests.Console;

public sealed class TranscriptTests : ConsoleComponents
{
    [Fact]
    public void Transcript_BotsPart_IsFoldedAndThePersonsWordsStandAsWritten()
    {
        var shown = Show(
            Line(1, Voice.Person, "السلام عليكم\nعندي سؤال"),
            Line(2, Voice.Bot, "أهلًا بك"),
            Line(3, Voice.Bot, "كيف أخدمك؟"),
            Line(4, Voice.Person, "ابي موظفة"));

        var fold = Assert.Single(shown.FindAll("details.fold"));
        Assert.False(fold.HasAttribute("open"));
        Assert.Equal(2, fold.QuerySelectorAll(".bubble.bot").Length);
        var person = shown.FindAll(".bubble.person");
        Assert.Equal(2, person.Count);
        Assert.Contains("السلام عليكم\nعندي سؤال", person[0].QuerySelector(".words")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Transcript_SeveralDays_HaveOneHeadingEach()
    {
        var shown = Show(
            Line(1, Voice.Person, "قديم", Now.AddDays(-9)),
            Line(2, Voice.Person, "أمس", Now.AddDays(-1)),
            Line(3, Voice.Person, "اليوم", Now.AddMinutes(-3)),
            Line(4, Voice.Person, "الآن", Now));

        Assert.Equal(["3 جمادى الآخرة 1448هـ (13/11/2026م)", "أمس", "اليوم"], shown.FindAll(".day").Select(day => day.TextContent.Trim()));
    }

    [Fact]
    public void Bubble_NumbersInside_StandInTheirOwnDirection()
    {
        var shown = Show(Line(1, Voice.Person, "طلب رقم 4567 (تحديث IBAN) بتاريخ 12/6/1448"));

        Assert.Equal("auto", shown.Find(".words").GetAttribute("dir"));
        Assert.Equal(["4567", "12/6/1448"], shown.FindAll(".words bdi[dir=ltr]").Select(run => run.TextContent));
    }

    [Fact]
    public void Bubble_WorkersMessage_SaysWhoAndWhatBecameOfIt()
    {
        var shown = Show(Line(1, Voice.Worker, "أهلًا") with
        {
            Writer = "نورة",
            Delivery = "Delivery.NotSent",
            DeliveryHint = "63016",
        });

        Assert.Equal("نورة", shown.Find(".bubble-writer").TextContent);
        Assert.Equal("لم تُرسل", shown.Find(".delivery.failed").TextContent);
        Assert.Contains("مهلة واتساب", shown.Find(".hint").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("\"><iframe src=javascript:alert(1)>")]
    [InlineData("12<b>3</b>/4")]
    public void Bubble_MarkupInThePersonsWords_IsShownAsWords(string words)
    {
        var shown = Show(Line(1, Voice.Person, words), Line(2, Voice.Bot, words), Line(3, Voice.Worker, words) with { Writer = words });

        Assert.Empty(shown.FindAll("script, iframe, svg[onload], img[onerror], b"));
        Assert.Equal(words, shown.Find(".bubble.person .words").TextContent);
    }

    private static TranscriptLine Line(int id, Voice voice, string text, DateTimeOffset? at = null) =>
        new($"m{id}", voice, text, null, at ?? Now);

    private IRenderedComponent<Transcript> Show(params TranscriptLine[] lines) =>
        Render<Transcript>(parameters => parameters.Add(p => p.Lines, lines));
}
