using Bunit;
using Kayan.Bot.Console;
using Kayan.Bot.Console.Parts;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Handoffs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Console;

public sealed class DeskPartsTests : ConsoleComponents
{
    [Fact]
    public void Composer_Sent_IsEmptied()
    {
        var sent = new List<string>();
        var composer = Compose(text =>
        {
            sent.Add(text);
            return Task.FromResult(true);
        });
        Assert.Equal("auto", composer.Find("textarea").GetAttribute("dir"));

        composer.Find("textarea").Input("أهلًا\nكيف أخدمك؟");
        composer.Find("form").Submit();

        Assert.Equal(["أهلًا\nكيف أخدمك؟"], sent);
        Assert.Equal(string.Empty, composer.Find("textarea").GetAttribute("value") ?? string.Empty);
    }

    [Fact]
    public void Composer_NotSent_KeepsTheWords()
    {
        var composer = Compose(_ => Task.FromResult(false));

        composer.Find("textarea").Input("رسالة مهمة");
        composer.Find("form").Submit();

        Assert.Equal("رسالة مهمة", composer.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public void Composer_Reloaded_BringsBackWhatWasNotSent()
    {
        JSInterop.Setup<string>("kayanDrafts.read", 7L).SetResult("نصف رسالة");

        Assert.Equal("نصف رسالة", Compose(_ => Task.FromResult(true)).Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public void GiveBackForm_HowItEnded_IsAskedFirst()
    {
        var given = new List<string>();
        var form = Render<GiveBackForm>(parameters => parameters
            .Add(p => p.OnCancel, EventCallback.Empty)
            .Add(p => p.OnGiveBack, words =>
            {
                given.Add(words);
                return Task.CompletedTask;
            }));

        form.Find("form").Submit();
        Assert.Empty(given);

        form.FindAll("input[type=radio]")[0].Change("Answered");
        form.Find("#outcome-words").Change("عن موعد اللجنة");
        form.Find("form").Submit();
        Assert.Equal(["أُجيب عن السؤال: عن موعد اللجنة"], given);
    }

    [Fact]
    public void ConversationCard_Waiting_SaysHowLongAndNoWords()
    {
        var card = Render<ConversationCard>(parameters => parameters.Add(p => p.ShowWaiting, true).Add(p => p.Row, new WaitingRow(
            5, "أم سارة", ChannelKind.WhatsApp, HandoffReason.NeedsColleague, Urgency.High, Now.AddMinutes(-12), Now, "1000009", true)));

        Assert.Equal("/console/conversations/5", card.Find("a").GetAttribute("href"));
        Assert.Contains("ينتظر منذ 12 دقيقة", card.Find(".waited").TextContent, StringComparison.Ordinal);
        Assert.Equal("عاجل", card.Find(".urgent").TextContent);
        Assert.Equal("1000009", card.Find("bdi[dir=ltr]").TextContent);
    }

    [Theory]
    [InlineData(0.5, "لحظات")]
    [InlineData(1, "دقيقة")]
    [InlineData(2, "دقيقتين")]
    [InlineData(7, "7 دقائق")]
    [InlineData(45, "45 دقيقة")]
    [InlineData(95, "95 دقيقة")]
    [InlineData(150, "ساعتين")]
    [InlineData(1440, "يوم واحد")]
    [InlineData(4320, "3 أيام")]
    [InlineData(17280, "12 يومًا")]
    public void Length_Minutes_ReadsAsPeopleSayIt(double minutes, string words) =>
        Assert.Equal(words, Services.GetRequiredService<ConsoleTime>().Length(TimeSpan.FromMinutes(minutes)));

    private IRenderedComponent<Composer> Compose(Func<string, Task<bool>> send) =>
        Render<Composer>(parameters => parameters.Add(p => p.ConversationId, 7).Add(p => p.OnSend, send));
}
