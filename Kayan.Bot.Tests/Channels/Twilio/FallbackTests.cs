using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Dialogs;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Incidents;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Harness;
using Kayan.Bot.Tests.Jobs;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>What WhatsApp does not take or bring, with the real outbox and a fake Twilio.</summary>
public sealed class FallbackTests : IAsyncLifetime
{
    private const string Phone = "+966500000001";
    private static readonly MessageForms StageNotice =
        new() { Template = "stage_notice", Variables = new Dictionary<string, string> { ["number"] = "2000016" }, Sms = "في طلبك رقم 2000016 جديد." };

    private readonly SetClock _clock = new(OfficeClock.Start);
    private FakeTwilio _twilio = null!;
    private KayanHost _host = null!;

    public async Task InitializeAsync()
    {
        _twilio = await FakeTwilio.StartAsync();
        _host = await Host().StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [Fact]
    public async Task Notice_OutsideTheWindow_GoesAsItsTemplateWithItsVariables()
    {
        await _host.SyncTemplatesAsync();

        await SayAsync("في طلبك جديد", StageNotice, MessageClass.Service);

        var sent = await _twilio.Ledger.WaitAsync(Phone, 1);
        Assert.Equal((_twilio.Contents.Sid("stage_notice", "ar"), """{"1":"2000016"}"""), (sent.ContentSid, sent.Body));
    }

    [Fact]
    public async Task Notice_WhoseTemplateIsNotApproved_GoesAsATextMessageAndIsAnIncident()
    {
        await SayAsync("في طلبك جديد", StageNotice, MessageClass.Service);

        var sent = await _twilio.Ledger.WaitAsync(Phone, 1);
        Assert.Equal((Phone, "في طلبك رقم 2000016 جديد."), (sent.To, sent.Body));
        Assert.Equal((OutboxState.Failed, 63016), await RowAsync(ChannelKind.WhatsApp));
        var incident = await _host.DatabaseAsync(db => db.Incidents.SingleAsync());
        Assert.Equal((IncidentKind.TemplateMissing, "stage_notice (ar)"), (incident.Kind, incident.Subject));
    }

    [Theory]
    [InlineData("failed", 63003)]
    [InlineData("undelivered", 63024)]
    [InlineData("undelivered", 30008)]
    [InlineData("failed", null)]
    public async Task Notice_ThatWhatsAppDoesNotBring_GoesAsATextMessageOnce(string status, int? code)
    {
        await _host.SyncTemplatesAsync();
        await SayAsync("في طلبك جديد", StageNotice, MessageClass.Service);
        var onWhatsApp = await _twilio.Ledger.WaitAsync(Phone, 1);

        await _twilio.Callbacks.PostAsync(onWhatsApp, status, code);
        await _twilio.Callbacks.PostAsync(onWhatsApp, status, code);
        await _twilio.Callbacks.PostAsync(onWhatsApp, "undelivered", code);

        var sms = await _twilio.Ledger.WaitAsync(Phone, 2);
        Assert.Equal((Phone, "في طلبك رقم 2000016 جديد."), (sms.To, sms.Body));
        await SettledAsync();
        Assert.Equal(2, _twilio.Ledger.Count);
        var row = await _host.DatabaseAsync(db => db.OutboxMessages.SingleAsync(m => m.Channel == ChannelKind.Sms));
        Assert.Equal(onWhatsApp.OutboxId, row.FallbackOf.ToString());
    }

    [Theory]
    [InlineData(63003)]
    [InlineData(63040)]
    public async Task Notice_ThatIsRefusedForWhatsApp_GoesAsATextMessage(int code)
    {
        await _host.SyncTemplatesAsync();
        _twilio.Enqueue(FakeTwilioAnswer.Error(400, code));

        await SayAsync("في طلبك جديد", StageNotice, MessageClass.Service);

        Assert.Equal(Phone, (await _twilio.Ledger.WaitAsync(Phone, 1)).To);
        Assert.Equal((OutboxState.Failed, code), await RowAsync(ChannelKind.WhatsApp));
    }

    [Theory]
    [InlineData(21610)]
    [InlineData(63014)]
    [InlineData(21211)]
    public async Task Notice_ToSomebodyWhoStoppedOrCannotBeReached_DoesNotTryAnotherWay(int code)
    {
        await _host.SyncTemplatesAsync();
        _twilio.Enqueue(FakeTwilioAnswer.Error(400, code));

        await SayAsync("في طلبك جديد", StageNotice, MessageClass.Service);

        await SettledAsync();
        Assert.Equal(0, _twilio.Ledger.Count);
        Assert.Equal(1, await _host.DatabaseAsync(db => db.OutboxMessages.CountAsync()));
    }

    [Fact]
    public async Task Report_EveryErrorCode_EndsAsItsRowSays()
    {
        await _host.SyncTemplatesAsync();
        foreach (var (code, error) in TwilioErrors.Table)
        {
            var phone = $"+9665{code:d8}";
            await SayAsync("في طلبك جديد", StageNotice, MessageClass.Service, phone);
            var onWhatsApp = await _twilio.Ledger.WaitAsync(phone, 1);

            await _twilio.Callbacks.PostAsync(onWhatsApp, "undelivered", code);

            var expected = error.Treatment switch
            {
                TwilioTreatment.OptOut => "stopped",
                TwilioTreatment.BadAddress => "nothing",
                TwilioTreatment.Window => "template again",
                _ => "text message",
            };
            if (expected is "template again" or "text message")
            {
                await _twilio.Ledger.WaitAsync(phone, 2);
            }

            Assert.Equal((code, expected), (code, await EndAsync(phone)));
        }
    }

    private Task<string> EndAsync(string phone) => _host.DatabaseAsync(async db =>
        await db.OutboxMessages.AnyAsync(m => m.Channel == ChannelKind.Sms && m.To == phone) ? "text message"
        : await db.OutboxMessages.AnyAsync(m => m.To == phone && m.RefusedSid != null) ? "template again"
        : await db.Consents.AnyAsync(c => !c.Given && db.Conversations.Any(of => of.Id == c.ConversationId && of.Address == phone)) ? "stopped"
        : "nothing");

    [Fact]
    public async Task Notice_ThatDoesNotArriveAtNight_WaitsForTheMorning()
    {
        await _host.SyncTemplatesAsync();
        await SayAsync("في طلبك جديد", StageNotice, MessageClass.Service);
        var onWhatsApp = await _twilio.Ledger.WaitAsync(Phone, 1);
        _clock.Advance(TimeSpan.FromHours(12)); // 22:00 in Riyadh

        await _twilio.Callbacks.PostAsync(onWhatsApp, "undelivered", 63024);

        var row = await _host.DatabaseAsync(db => db.OutboxMessages.SingleAsync(m => m.Channel == ChannelKind.Sms));
        Assert.Equal((OutboxState.Pending, OfficeClock.Start.AddHours(23)), (row.State, row.DueAt)); // 9:00
    }

    [Fact]
    public async Task News_ThatIsStillThereAtNight_WaitsForTheMorningAndLetsAnAnswerPass()
    {
        await _host.SyncTemplatesAsync();
        _clock.Advance(TimeSpan.FromHours(12)); // 22:00 in Riyadh
        await SayAsync("في طلبك جديد", StageNotice, MessageClass.Service);
        await SayAsync("أهلًا بك", new(), MessageClass.Reply, open: true);

        Assert.Equal("أهلًا بك", (await _twilio.Ledger.WaitAsync(Phone, 1)).Body);
        Assert.Equal(1, await _host.DatabaseAsync(db => db.OutboxMessages.CountAsync(m => m.State == OutboxState.Pending)));
        _clock.Advance(TimeSpan.FromHours(11)); // 9:00
        Assert.NotNull(await _twilio.Ledger.WaitAsync(Phone, 2));
    }

    [Fact]
    public async Task Answer_OfTheBot_IsNotRepeatedAsATextMessage()
    {
        await SayAsync("مرحبا", new(), MessageClass.Reply, open: true);
        var answer = await _twilio.Ledger.WaitAsync(Phone, 1);

        await _twilio.Callbacks.PostAsync(answer, "undelivered", 63024);

        Assert.Equal(1, await _host.DatabaseAsync(db => db.OutboxMessages.CountAsync()));
    }

    [Fact]
    public async Task Provider_ThatRefusesUs_IsOneIncident()
    {
        await _host.SyncTemplatesAsync();
        _twilio.Decide = _ => FakeTwilioAnswer.Unauthorized;

        await SayAsync("في طلبك جديد", StageNotice, MessageClass.Service);
        await SayAsync("في طلبك جديد", StageNotice, MessageClass.Service, "+966500000002");

        await Eventually.HoldsAsync(async () => await _host.DatabaseAsync(db => db.Incidents.SingleOrDefaultAsync()) is { Times: 2 });
        var incident = await _host.DatabaseAsync(db => db.Incidents.SingleAsync());
        Assert.Equal((IncidentKind.ProviderRefuses, "20003"), (incident.Kind, incident.Subject));
    }

    [Fact]
    public async Task Queue_WithNewsAndAQuestion_LetsWhatSomebodyWaitsForGoFirst()
    {
        await _host.DisposeAsync();
        _host = await Host().With("Twilio:WhatsAppPerSecond", "4").StartAsync(); // one at a time
        await _host.SyncTemplatesAsync();
        _twilio.Decide = _ => FakeTwilioAnswer.TooManyRequests(1);
        await SayAsync("أ", StageNotice, MessageClass.Service, "+966500000009");
        await Eventually.HoldsAsync(() => Task.FromResult(_twilio.Requests == 1)); // now the gate is closed
        await SayAsync("تقييم", StageNotice with { Template = "rating_request" }, MessageClass.Survey, "+966500000003");
        await SayAsync("جديد", StageNotice, MessageClass.Service, "+966500000002");
        await SayAsync("رد", new(), MessageClass.Reply, open: true);
        _twilio.Decide = null;

        await _twilio.Ledger.WaitAsync("+966500000003", 1);

        string[] order = [.. _twilio.Ledger.Messages.Select(m => m.To[^1..]).Where(last => last != "9")];
        Assert.Equal(["1", "2", "3"], order);
    }

    [Fact]
    public async Task Loop_OfTheSameWords_IsStoppedAndIsAnIncident()
    {
        for (var i = 0; i < LoopGuard.Most + 3; i++)
        {
            await SayAsync("وصلت رسالتك", new(), MessageClass.Reply, open: true);
        }

        await SettledAsync();

        Assert.Equal(LoopGuard.Most, _twilio.Ledger.Count);
        Assert.Equal(3, await _host.DatabaseAsync(db => db.OutboxMessages.CountAsync(m => m.State == OutboxState.Looping)));
        Assert.Equal((IncidentKind.SendLoop, 3), await _host.DatabaseAsync(async db => (await db.Incidents.SingleAsync()) is var i ? (i.Kind, i.Times) : default));
    }

    private KayanHost Host() => new KayanHost().With(_twilio).With("FollowUps:From", "09:00").With("FollowUps:Until", "20:00")
        .With(services => services.AddSingleton<TimeProvider>(_clock));

    private async Task SayAsync(string text, MessageForms forms, MessageClass messageClass, string phone = Phone, bool open = false)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var (db, outbox) = (scope.ServiceProvider.GetRequiredService<KayanDbContext>(), _host.Services.GetRequiredService<Outbox>());
        var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.Channel == ChannelKind.WhatsApp && c.Address == phone)
            ?? db.Conversations.Add(new Conversation { Channel = ChannelKind.WhatsApp, Address = phone, CreatedAt = _clock.GetUtcNow() }).Entity;
        conversation.LastInboundAt = open ? _clock.GetUtcNow() : conversation.LastInboundAt;
        outbox.Add(db, conversation, forms.On(MessageFactory.Text(text)), Author.Bot, messageClass);
        await _host.Services.GetRequiredService<WriteQueue>().SaveChangesAsync(db, default);
        outbox.Announce(conversation.Id);
    }

    private Task SettledAsync() => Eventually.HoldsAsync(() => _host.DatabaseAsync(
        db => db.OutboxMessages.AllAsync(m => m.State != OutboxState.Pending && m.State != OutboxState.Claimed && m.State != OutboxState.Ambiguous)));

    private Task<(OutboxState State, int? Code)> RowAsync(ChannelKind channel) => _host.DatabaseAsync(
        async db => await db.OutboxMessages.SingleAsync(m => m.Channel == channel) is var row ? (row.State, row.ErrorCode) : default);
}
