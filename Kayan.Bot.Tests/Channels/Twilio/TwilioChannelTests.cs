using Kayan.Bot.Channels;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Tests.Harness;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Time.Testing;

namespace Kayan.Bot.Tests.Channels.Twilio;

public sealed class TwilioChannelTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new(Now);
    private readonly TwilioChannelRig _rig = new();
    private FakeTwilio _twilio = null!;

    public async Task InitializeAsync() => _twilio = await FakeTwilio.StartAsync(time: _time);

    public async Task DisposeAsync() => await _twilio.DisposeAsync();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Send_WhatsApp_GoesOutWithSenderTextAndStatusCallback()
    {
        var message = Message("أهلًا");

        var outcome = await _rig.Channel(ChannelKind.WhatsApp, _twilio).SendAsync(message, default);

        var sent = Assert.Single(_twilio.Ledger.Messages);
        Assert.Equal(new SendOutcome.Accepted(sent.Sid), outcome);
        Assert.Equal(("whatsapp:+966500000001", "whatsapp:+14155238886", "أهلًا", null), (sent.To, sent.From, sent.Body, sent.ContentSid));
        Assert.Equal($"https://bot.example.com/twilio/status/{message.OutboxId:D}", sent.StatusCallback);
    }

    [Fact]
    public async Task Send_WhatsAppToAPersonWithoutANumber_UsesTheId()
    {
        await _rig.Channel(ChannelKind.WhatsApp, _twilio).SendAsync(Message("أهلًا", to: "SA.1A2B3C"), default);

        Assert.Equal("whatsapp:SA.1A2B3C", Assert.Single(_twilio.Ledger.Messages).To);
    }

    [Fact]
    public async Task Send_Sms_GoesOutWithoutDirectionMarks()
    {
        await _rig.Channel(ChannelKind.Sms, _twilio).SendAsync(Message("طلبك \u20685\u2069"), default);

        var sent = Assert.Single(_twilio.Ledger.Messages);
        Assert.Equal(("+966500000001", "+15005550006", "طلبك 5"), (sent.To, sent.From, sent.Body));
    }

    [Fact]
    public async Task Send_SmsThroughAMessagingService_NamesIt()
    {
        var channel = _rig.Channel(ChannelKind.Sms, _twilio, options =>
        {
            options.SmsFrom = null;
            options.MessagingServiceSid = "MG00000000000000000000000000000001";
        });

        Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(Message("أهلًا"), default));
        Assert.Null(Assert.Single(_twilio.Ledger.Messages).From);
    }

    [Fact]
    public async Task Send_SmsWithoutASender_FailsWithoutARequest()
    {
        var channel = _rig.Channel(ChannelKind.Sms, _twilio, options => options.SmsFrom = null);

        Assert.Equal(new SendOutcome.Failed(21606, Ours: true), await channel.SendAsync(Message("أهلًا"), default));
        Assert.Equal(0, _twilio.Requests);
    }

    [Fact]
    public async Task Send_EmptyText_FailsWithoutARequest()
    {
        Assert.Equal(new SendOutcome.Failed(21619), await _rig.Channel(ChannelKind.WhatsApp, _twilio).SendAsync(Message(""), default));
        Assert.Equal(0, _twilio.Requests);
    }

    [Fact]
    public async Task Send_OutsideTheWindow_GoesOutAsTheTemplate()
    {
        await _rig.Channel(ChannelKind.WhatsApp, _twilio).SendAsync(Message("وصل طلبك\nإلى اللجنة", inWindow: false), default);

        var sent = Assert.Single(_twilio.Ledger.Messages);
        Assert.Equal((TwilioChannelRig.SidOf("message", "ar"), """{"1":"وصل طلبك · إلى اللجنة"}"""), (sent.ContentSid, sent.Body));
    }

    [Fact]
    public async Task Send_OutsideTheWindowWithoutATemplate_Fails63016WithoutARequest()
    {
        _rig.Book.Use([]);
        var channel = _rig.Channel(ChannelKind.WhatsApp, _twilio);

        Assert.Equal(new SendOutcome.NoTemplate("message (ar)", 63016), await channel.SendAsync(Message("وصل طلبك", inWindow: false), default));
        Assert.Equal(0, _twilio.Requests);
    }

    [Fact]
    public async Task Send_Refused63016_GoesOutAsTheTemplate()
    {
        _twilio.Enqueue(FakeTwilioAnswer.Error(400, 63016));

        var outcome = await _rig.Channel(ChannelKind.WhatsApp, _twilio).SendAsync(Message("وصل طلبك"), default);

        Assert.IsType<SendOutcome.Accepted>(outcome);
        Assert.Equal(TwilioChannelRig.SidOf("message", "ar"), Assert.Single(_twilio.Ledger.Messages).ContentSid);
        Assert.Equal(2, _twilio.Requests);
    }

    [Fact]
    public async Task LookUp_AfterAnAcceptThatGotLost_FindsIt()
    {
        var channel = _rig.Channel(ChannelKind.WhatsApp, _twilio);
        var message = Message("أهلًا");
        _twilio.Enqueue(FakeTwilioAnswer.AcceptThenReset);

        Assert.IsType<SendOutcome.Ambiguous>(await channel.SendAsync(message, default));
        var outcome = await channel.LookUpAsync(message, Now, new HashSet<string>(), default);

        Assert.Equal(new LookupOutcome.Found(_twilio.Ledger.Messages[0].Sid), outcome);
    }

    [Fact]
    public async Task LookUp_OfATemplate_FindsItByItsVariable()
    {
        var channel = _rig.Channel(ChannelKind.WhatsApp, _twilio);
        var message = Message("وصل طلبك\nإلى اللجنة", inWindow: false);
        await channel.SendAsync(message, default);

        Assert.IsType<LookupOutcome.Found>(await channel.LookUpAsync(message, Now, new HashSet<string>(), default));
    }

    [Fact]
    public async Task LookUp_NothingAlike_IsAbsent()
    {
        var channel = _rig.Channel(ChannelKind.WhatsApp, _twilio);
        await channel.SendAsync(Message("أهلًا وسهلًا"), default);
        await channel.SendAsync(Message("أهلًا", to: "+966500000002"), default);
        await _rig.Channel(ChannelKind.Sms, _twilio).SendAsync(Message("أهلًا"), default);

        Assert.IsType<LookupOutcome.Absent>(await channel.LookUpAsync(Message("أهلًا"), Now, new HashSet<string>(), default));
    }

    [Fact]
    public async Task LookUp_AnEarlierOneAlike_IsNotTakenForIt()
    {
        var channel = _rig.Channel(ChannelKind.WhatsApp, _twilio);
        await channel.SendAsync(Message("أهلًا"), default);
        _time.Advance(TimeSpan.FromMinutes(5));

        Assert.IsType<LookupOutcome.Absent>(await channel.LookUpAsync(Message("أهلًا"), _time.GetUtcNow(), new HashSet<string>(), default));
    }

    [Fact]
    public async Task LookUp_AnotherOfOursAlike_IsNotTakenForIt()
    {
        var channel = _rig.Channel(ChannelKind.WhatsApp, _twilio);
        var known = Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(Message("أهلًا"), default)).Sid;

        Assert.IsType<LookupOutcome.Absent>(await channel.LookUpAsync(Message("أهلًا"), Now, new HashSet<string> { known }, default));
    }

    [Fact]
    public async Task LookUp_OnALaterPage_FindsIt()
    {
        var channel = _rig.Channel(ChannelKind.WhatsApp, _twilio);
        await channel.SendAsync(Message("أهلًا"), default);
        for (var i = 0; i < 120; i++)
        {
            await channel.SendAsync(Message($"رسالة {i}"), default);
        }

        var outcome = await channel.LookUpAsync(Message("أهلًا"), Now, new HashSet<string>(), default);

        Assert.Equal(new LookupOutcome.Found(_twilio.Ledger.Messages[0].Sid), outcome);
    }

    [Fact]
    public async Task LookUp_ListUnavailable_IsUnavailable()
    {
        var channel = _rig.Channel(ChannelKind.WhatsApp, _twilio, options => options.SendTimeout = TimeSpan.FromMilliseconds(300));
        foreach (var answer in (FakeTwilioAnswer[])[FakeTwilioAnswer.Error(500, 20500), FakeTwilioAnswer.TooManyRequests(), FakeTwilioAnswer.Reset, FakeTwilioAnswer.Hang, FakeTwilioAnswer.Page(200)])
        {
            _twilio.ListAnswer = answer;
            Assert.IsType<LookupOutcome.Unavailable>(await channel.LookUpAsync(Message("أهلًا"), Now, new HashSet<string>(), default));
        }
    }

    private static OutgoingMessage Message(string text, string to = "+966500000001", bool inWindow = true) =>
        new(Guid.CreateVersion7(), to, ActivityJson.Write(text.Length == 0 ? new() { Type = "message" } : MessageFactory.Text(text)), inWindow, "ar");
}
