using Kayan.Bot.Domain.Messages;
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
    public async Task Reply_ToAPersonWhoOptedOut_FailsForGoodAndStandsInTheLedgerOnce()
    {
        var number = fixture.NewNumber();
        var phone = fixture.Twilio.Phone(fixture.Host, number);
        for (var message = 1; message <= 2; message++)
        {
            fixture.Twilio.Enqueue(FakeTwilioAnswer.Error(400, 21610));
            await phone.WhatsAppAsync("مرحبا");
            var failed = message;
            await Eventually.HoldsAsync(async () =>
                await fixture.Host.DatabaseAsync(db => db.OutboxMessages.CountAsync(row => row.To == number && row.State == OutboxState.Failed && row.ErrorCode == 21610)) == failed);
        }

        Assert.Equal([(MessageClass.Service, false, "21610"), (MessageClass.Survey, false, "21610"), (MessageClass.Awareness, false, "21610")], await LedgerAsync(number));
        Assert.Empty(fixture.Twilio.Ledger.To(number));
    }

    [Fact]
    public async Task Report_ThePersonBlockedUs_StandsInTheLedger()
    {
        var number = fixture.NewNumber();
        await fixture.Twilio.Phone(fixture.Host, number).WhatsAppAsync("مرحبا");
        var sent = await fixture.Twilio.Ledger.WaitAsync(number, 1);

        await fixture.Twilio.Callbacks.PostAsync(sent, "undelivered", 63014);
        await fixture.Twilio.Callbacks.PostAsync(sent, "undelivered", 63014);

        Assert.Equal([(MessageClass.Service, false, "63014"), (MessageClass.Survey, false, "63014"), (MessageClass.Awareness, false, "63014")], await LedgerAsync(number));
    }

    [Fact]
    public async Task Report_RefusedAsFreeText_GoesOutOnceAsTheTemplate()
    {
        var number = fixture.NewNumber();
        await fixture.Twilio.Phone(fixture.Host, number).WhatsAppAsync("مرحبا");
        var refused = await fixture.Twilio.Ledger.WaitAsync(number, 1);
        await Eventually.HoldsAsync(async () => (await RowAsync(number))!.State == OutboxState.Accepted);

        await fixture.Twilio.Callbacks.PostAsync(refused, "failed", 63016);
        var template = await fixture.Twilio.Ledger.WaitAsync(number, 2);
        await Eventually.HoldsAsync(async () => (await RowAsync(number))!.State == OutboxState.Accepted);
        await fixture.Twilio.Callbacks.PostAsync(template, "delivered");
        await fixture.Twilio.Callbacks.PostAsync(refused, "failed", 63016);
        await fixture.Twilio.Callbacks.PostAsync(refused, "sent");

        Assert.Equal((null, fixture.Twilio.Contents.Sid("message", "ar")), (refused.ContentSid, template.ContentSid));
        Assert.Equal(refused.OutboxId, template.OutboxId);
        var row = (await RowAsync(number))!;
        Assert.Equal((template.Sid, DeliveryStatus.Delivered, (int?)null), (row.Sid, row.Delivery, row.ErrorCode));
        Assert.Equal(2, fixture.Twilio.Ledger.To(number).Count);
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

    private async Task<List<(MessageClass Class, bool Given, string Words)>> LedgerAsync(string number)
    {
        var lines = await fixture.Host.DatabaseAsync(db => (
            from conversation in db.Conversations
            where conversation.Address == number
            join line in db.Consents on conversation.Id equals line.ConversationId
            orderby line.Id
            select line).AsNoTracking().ToListAsync());
        return [.. lines.Select(line => (line.Class, line.Given, line.Words))];
    }

    private Task<OutboxMessage?> RowAsync(string number) =>
        fixture.Host.DatabaseAsync(db => db.OutboxMessages.AsNoTracking().SingleOrDefaultAsync(row => row.To == number));
}
