using Kayan.Bot.Pipeline;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>Whatever happens on the way to Twilio: the reply is taken exactly once, and the service knows under which id.</summary>
public sealed class SendingTroubleTests(ImpatientHostFixture fixture) : IClassFixture<ImpatientHostFixture>
{
    public static TheoryData<string> Troubles =>
    [
        "429", "429 429", "500", "503 page", "500 taken", "hang", "reset", "taken hang", "taken reset", "taken slow", "taken bad json", "429 reset taken-reset",
    ];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Reply_AfterTrouble_IsTakenExactlyOnce(string trouble)
    {
        var number = fixture.NewNumber();
        fixture.Twilio.Enqueue(Script(trouble));

        await fixture.Twilio.Phone(fixture.Host, number).WhatsAppAsync("مرحبا");

        await Eventually.HoldsAsync(async () => (await RowAsync(number))?.State == OutboxState.Accepted);
        var taken = Assert.Single(fixture.Twilio.Ledger.To(number));
        var row = (await RowAsync(number))!;
        Assert.Equal((taken.OutboxId, taken.Sid), (row.Id.ToString("D"), row.Sid));
    }

    [Fact]
    public async Task Reply_ToAPersonWhoOptedOut_FailsForGoodWithItsCode()
    {
        var number = fixture.NewNumber();
        fixture.Twilio.Enqueue(FakeTwilioAnswer.Error(400, 21610));

        await fixture.Twilio.Phone(fixture.Host, number).WhatsAppAsync("مرحبا");

        await Eventually.HoldsAsync(async () => (await RowAsync(number))?.State == OutboxState.Failed);
        Assert.Equal(21610, (await RowAsync(number))!.ErrorCode);
        Assert.Empty(fixture.Twilio.Ledger.To(number));
    }

    private static IEnumerable<FakeTwilioAnswer> Script(string trouble) => trouble switch
    {
        "429" => [FakeTwilioAnswer.TooManyRequests()],
        "429 429" => [FakeTwilioAnswer.TooManyRequests(1), FakeTwilioAnswer.TooManyRequests()],
        "500" => [FakeTwilioAnswer.Error(500, 20500)],
        "503 page" => [FakeTwilioAnswer.Page(503)],
        "500 taken" => [FakeTwilioAnswer.Page(500, accepted: true)],
        "hang" => [FakeTwilioAnswer.Hang],
        "reset" => [FakeTwilioAnswer.Reset],
        "taken hang" => [FakeTwilioAnswer.AcceptThenHang],
        "taken reset" => [FakeTwilioAnswer.AcceptThenReset],
        "taken slow" => [FakeTwilioAnswer.SlowBytes],
        "taken bad json" => [FakeTwilioAnswer.BadJson],
        _ => [FakeTwilioAnswer.TooManyRequests(), FakeTwilioAnswer.Reset, FakeTwilioAnswer.AcceptThenReset],
    };

    private Task<OutboxMessage?> RowAsync(string number) =>
        fixture.Host.DatabaseAsync(db => db.OutboxMessages.AsNoTracking().SingleOrDefaultAsync(row => row.To == number));
}
