using Kayan.Bot.Channels;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Tests.Harness;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Pipeline;

/// <summary>From the inbox to the channel, with a bot that echoes and a channel that records.</summary>
public abstract class PipelineTests(string storage) : IAsyncLifetime
{
    private const string Phone = "+966500000001";

    private readonly RecordingChannel _channel = new(ChannelKind.WhatsApp);
    private readonly KayanHost _host = new(storage);

    public Task InitializeAsync() => EchoHost.Configure(_host, _channel).With("Pipeline:AmbiguousGrace", "00:00:00.3").StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [StorageFact]
    public async Task Message_IsAnswered_AndBothStandInTheCaseFile()
    {
        await ReceiveAsync("SM1", "السلام عليكم");
        await SentAsync(1);

        var messages = await _host.DatabaseAsync(db => db.Messages.OrderBy(m => m.Id).ToListAsync());
        Assert.Equal([(Author.Person, "السلام عليكم"), (Author.Bot, "1: السلام عليكم")], messages.Select(m => (m.Author, m.Text!)));
    }

    [StorageFact]
    public async Task Message_DeliveredTwice_HasOneTurn()
    {
        var first = await ReceiveAsync("SM1", "a");
        var second = await ReceiveAsync("SM1", "a");
        await ReceiveAsync("SM2", "b");
        await SentAsync(2);

        Assert.Equal((InboxOutcome.Stored, InboxOutcome.Duplicate), (first.Outcome, second.Outcome));
        Assert.Equal(["1: a", "2: b"], _channel.Texts);
    }

    [StorageFact]
    public async Task Burst_InOneConversation_IsHandledInOrderOneAtATime()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => ReceiveAsync($"other{i}", "x", $"+9665000001{i:00}")));
        for (var i = 1; i <= 50; i++)
        {
            await ReceiveAsync($"SM{i}", $"m{i}");
        }

        await SentAsync(60);

        var mine = _channel.Sent.Where(m => m.To == Phone).Select(m => ActivityJson.Read(m.Activity).Text);
        Assert.Equal(Enumerable.Range(1, 50).Select(i => $"{i}: m{i}"), mine);
    }

    [StorageFact]
    public async Task Turn_ThatFailsAgainAndAgain_EndsWithAHumanAndOneKindSentence()
    {
        await ReceiveAsync("SM1", "!fail");
        await ReceiveAsync("SM2", "after");
        await SentAsync(2);

        var handoff = await _host.DatabaseAsync(db => db.Handoffs.SingleAsync());
        Assert.Equal((HandoffReason.Failure, HandoffState.Waiting), (handoff.Reason, handoff.State));
        Assert.Contains("نعتذر", _channel.Texts.First(), StringComparison.Ordinal);
        Assert.DoesNotContain("on purpose", string.Concat(_channel.Texts), StringComparison.Ordinal);
        Assert.Equal("1: after", _channel.Texts.Last());
    }

    [StorageFact]
    public async Task Message_WhileAHumanHasTheConversation_IsOnlyRecorded()
    {
        var receipt = await ReceiveAsync("SM1", "a");
        await SentAsync(1);
        await _host.DatabaseAsync(async db =>
        {
            var handoff = new Handoff { ConversationId = receipt.ConversationId, RequestedAt = DateTimeOffset.UnixEpoch };
            handoff.Take(1, DateTimeOffset.UnixEpoch);
            db.Add(handoff);
            return await db.SaveChangesAsync();
        });

        await ReceiveAsync("SM2", "to the human");
        await HandledAsync(2);

        Assert.Single(_channel.Sent);
        Assert.Equal(3, await _host.DatabaseAsync(db => db.Messages.CountAsync()));
    }

    [StorageFact]
    public async Task Send_TurnedAwayForTheMoment_IsTriedAgainAndKeepsTheOrder()
    {
        var tries = 0;
        _channel.Answer = message => tries++ == 0 ? new SendOutcome.Retry(null, 20429) : new SendOutcome.Accepted($"SM{tries:x32}");
        await ReceiveAsync("SM1", "a");
        await ReceiveAsync("SM2", "b");
        await SentAsync(3);

        Assert.Equal(["1: a", "1: a", "2: b"], _channel.Texts);
    }

    [StorageFact]
    public async Task Send_ThatIsAmbiguous_IsLookedUpBeforeItIsSentAgain()
    {
        var lookups = 0;
        _channel.Answer = message => _channel.Sent.Count == 1 ? new SendOutcome.Ambiguous() : new SendOutcome.Accepted("SM2");
        _channel.LookUp = (_, _) => lookups++ == 0 ? new LookupOutcome.Unavailable() : new LookupOutcome.Absent();
        await ReceiveAsync("SM1", "a");
        await SentAsync(2);

        Assert.Equal(2, lookups);
    }

    [StorageFact]
    public async Task Send_ThatTheProviderHasAfterAll_IsNotSentAgain()
    {
        _channel.Answer = _ => new SendOutcome.Ambiguous();
        _channel.LookUp = (_, _) => new LookupOutcome.Found("SMfound");
        await ReceiveAsync("SM1", "a");
        await Eventually.HoldsAsync(() => _host.DatabaseAsync(db => db.OutboxMessages.AnyAsync(m => m.State == OutboxState.Accepted)));

        Assert.Single(_channel.Sent);
        Assert.Equal("SMfound", await _host.DatabaseAsync(db => db.OutboxMessages.Select(m => m.Sid).SingleAsync()));
    }

    [StorageFact]
    public async Task Report_ThatNamesAnAmbiguousSend_SettlesIt()
    {
        _channel.Answer = _ => new SendOutcome.Ambiguous();
        _channel.LookUp = (_, _) => new LookupOutcome.Unavailable();
        await ReceiveAsync("SM1", "a");
        await SentAsync(1);
        await _host.Services.GetRequiredService<DeliveryReports>().ReportAsync(Report(_channel.Sent.First().OutboxId, "SMx", DeliveryStatus.Delivered), default);

        var row = await _host.DatabaseAsync(db => db.OutboxMessages.SingleAsync());
        Assert.Equal((OutboxState.Accepted, "SMx", DeliveryStatus.Delivered), (row.State, row.Sid, row.Delivery));
    }

    [StorageFact]
    public async Task Report_OfAnotherMessage_ChangesNothing()
    {
        await ReceiveAsync("SM1", "a");
        await Eventually.HoldsAsync(() => _host.DatabaseAsync(db => db.OutboxMessages.AnyAsync(m => m.Sid != null)));
        var id = _channel.Sent.First().OutboxId;
        var reports = _host.Services.GetRequiredService<DeliveryReports>();
        await reports.ReportAsync(Report(id, "SMforeign", DeliveryStatus.Read), default);
        await reports.ReportAsync(Report(Guid.CreateVersion7(), "SMx", DeliveryStatus.Read), default);

        Assert.Equal(DeliveryStatus.Accepted, await _host.DatabaseAsync(db => db.OutboxMessages.Select(m => m.Delivery).SingleAsync()));
    }

    private Task<InboxReceipt> ReceiveAsync(string id, string text, string phone = Phone) =>
        _host.Services.GetRequiredService<Inbox>().ReceiveAsync(
            new("test", id, ChannelKind.WhatsApp, phone, MessageFactory.Text(text)), default);

    private Task SentAsync(int count) => Eventually.HoldsAsync(() => Task.FromResult(_channel.Sent.Count >= count));

    private Task HandledAsync(int count) => Eventually.HoldsAsync(
        () => _host.DatabaseAsync(async db => await db.InboxMessages.CountAsync(m => m.HandledAt != null) >= count));

    private static DeliveryReport Report(Guid outboxId, string sid, DeliveryStatus status) => new(outboxId, sid, status, null, RefusalReason.None);
}

public sealed class PipelineOnSqlite() : PipelineTests(InSqlite.Name);

public sealed class PipelineOnPostgreSql() : PipelineTests(InPostgreSql.Name);

public sealed class PipelineOnSqlServer() : PipelineTests(InSqlServer.Name);
