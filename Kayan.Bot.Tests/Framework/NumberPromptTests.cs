#if !MICROSOFT_BOT_FRAMEWORK
using System.Globalization;
#endif
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Tests.Framework;

public sealed class NumberPromptTests
{
    [Theory]
    [InlineData("3", 3)]
    [InlineData("50 ريال", 50)]
    [InlineData("1500", 1500)]
    [InlineData("لا أعرف", null)]
    [InlineData("9999999999", null)]
    public async Task Int_WesternDigits_AreRead(string answer, int? value) => Assert.Equal(value, await ReadAsync<int>(answer));

    [Fact]
    public void Type_ThatIsNoNumber_IsNotSupported() => Assert.Throws<NotSupportedException>(() => new NumberPrompt<Guid>("prompt"));

#if !MICROSOFT_BOT_FRAMEWORK
    [Theory]
    [InlineData("٣", 3)]
    [InlineData("٥٠", 50)]
    [InlineData("۱۵", 15)]
    [InlineData("٥٠ ريال", 50)]
    [InlineData("١٬٥٠٠", 1500)]
    [InlineData("1,500", 1500)]
    [InlineData("-5", -5)]
    [InlineData("15.", 15)]
    [InlineData("*15*", 15)]
    [InlineData("15kg", 15)]
    [InlineData(".5", null)]
    [InlineData("5:30", null)]
    [InlineData("1.5", null)]
    [InlineData("1,50", null)]
    [InlineData("12/5/1447", null)]
    [InlineData("3-5", null)]
    [InlineData("R12", null)]
    [InlineData("مئة", null)]
    [InlineData("five", 5)]
    public async Task Int_AnyDigitsInArabic_AreRightOrNotRead(string answer, int? value) =>
        Assert.Equal(value, await ReadAsync<int>(answer));

    [Theory]
    [InlineData("1.5", "1.5")]
    [InlineData("٣٫٥", "3.5")]
    [InlineData("١٬٢٣٤٫٥٦", "1234.56")]
    [InlineData("-0.25", "-0.25")]
    [InlineData("1.2.3", null)]
    public async Task Decimal_InArabic_IsRightOrNotRead(string answer, string? value) =>
        Assert.Equal(value, (await ReadAsync<decimal>(answer))?.ToString(CultureInfo.InvariantCulture));

    [Fact]
    public async Task LongFloatAndDouble_AreRead()
    {
        Assert.Equal(966500000001, await ReadAsync<long>("966500000001"));
        Assert.Equal(2.5f, await ReadAsync<float>("2.5"));
        Assert.Equal(2.5, await ReadAsync<double>("٢٫٥"));
    }
#endif

    private static async Task<T?> ReadAsync<T>(string answer)
        where T : struct
    {
        var dialogs = new DialogSet().Add(new NumberPrompt<T>("prompt"));
        var state = new DialogState();
        await Context(dialogs, state, "go").PromptAsync("prompt", new PromptOptions { Prompt = MessageFactory.Text("how many?") });

        var result = await Context(dialogs, state, answer).ContinueDialogAsync();

        return result.Status == DialogTurnStatus.Complete ? (T)result.Result : null;
    }

    private static DialogContext Context(DialogSet dialogs, DialogState state, string text) =>
        new(dialogs, new TurnContext(new RecordingAdapter(), RecordingAdapter.Incoming(text)), state);
}
