using Kayan.Bot.Domain.Documents;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static Kayan.Bot.Tests.Jobs.FlowHost;

namespace Kayan.Bot.Tests.Jobs;

public abstract class FollowUpJobTests(FlowHost host)
{
    [StorageFact]
    public async Task Move_ByDay_SendsNoticeThenRatingWithoutAnySweep()
    {
        host.GoTo(10);
        var request = await host.ReceiveAsync();
        await host.QuietAsync(request);

        await host.MoveAsync(request, RequestStage.DataCheck);

        await host.QuietAsync(request);
        Assert.Equal(["StageNotice 1", "StageNotice 1", "RatingRequest 1"], host.Said(request));
        Assert.All(await host.FollowUpsAsync(request), f => Assert.Equal(FollowUpState.Sent, f.State));
        Assert.DoesNotContain(host.Sms.Sent, message => message.To == request.Phone);
    }

    [StorageFact]
    public async Task Send_PersonWithoutWhatsApp_GoesBySms()
    {
        host.GoTo(10);
        var request = await host.ReceiveAsync(onWhatsApp: false);

        await host.QuietAsync(request);

        Assert.Single(host.Sms.Sent, message => message.To == request.Phone);
        Assert.DoesNotContain(host.WhatsApp.Sent, message => message.To == request.Phone);
    }

    [StorageFact]
    public async Task Send_ThirtyTwoAtOnceAndAgainLater_SaysItOnce()
    {
        host.GoTo(22);
        var request = await host.ReceiveAsync();
        var notice = Assert.Single(await host.FollowUpsAsync(request));
        host.GoTo(10);

        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => host.SendAsync(notice.Id))));
        await host.QuietAsync(request);
        await host.SendAsync(notice.Id);
        await host.SweepAsync();
        await host.QuietAsync(request);

        Assert.Equal(["StageNotice 1"], host.Said(request));
        Assert.Equal(1, await EventsAsync(request));
    }

    [StorageTheory]
    [InlineData(20, 0)]
    [InlineData(23, 30)]
    [InlineData(8, 59)]
    public async Task Send_AtNight_WaitsForTheMorning(int hour, int minute)
    {
        host.GoTo(hour, minute);
        var request = await host.ReceiveAsync();
        var notice = Assert.Single(await host.FollowUpsAsync(request));

        await host.SweepAsync();
        await host.SendAsync(notice.Id);

        Assert.Equal(0, await EventsAsync(request));
        host.GoTo(9);
        await host.SweepAsync();
        await host.QuietAsync(request);
        Assert.Equal(["StageNotice 1"], host.Said(request));
    }

    [StorageFact]
    public async Task Send_StageMovedOn_IsOvertaken()
    {
        host.GoTo(22);
        var request = await host.ReceiveAsync();
        await host.MoveAsync(request, RequestStage.DataCheck);
        host.GoTo(10);

        await host.SweepAsync();

        await host.QuietAsync(request);
        Assert.Equal(["StageNotice 1", "RatingRequest 1"], host.Said(request));
        Assert.Equal(
            [FollowUpState.Overtaken, FollowUpState.Sent, FollowUpState.Sent],
            (await host.FollowUpsAsync(request)).Select(f => f.State));
    }

    [StorageFact]
    public async Task Send_TooOld_ExpiresUnsaid()
    {
        host.GoTo(22);
        var request = await host.ReceiveAsync();
        host.Time.Advance(TimeSpan.FromDays(7));
        host.GoTo(10);

        await host.SweepAsync();

        await host.QuietAsync(request);
        Assert.Empty(host.Said(request));
        Assert.Equal(FollowUpState.Expired, Assert.Single(await host.FollowUpsAsync(request)).State);
    }

    [StorageTheory]
    [InlineData(MessageClass.Service, 0)]
    [InlineData(MessageClass.Survey, 1)]
    public async Task Send_PersonSaidStop_StaysSilent(MessageClass stopped, int messages)
    {
        host.GoTo(10);
        var request = await host.ReceiveAsync();
        await host.QuietAsync(request);
        await host.WriteAsync(async db => db.Consents.Add(new Consent
        {
            ConversationId = await ConversationAsync(db, request),
            Class = stopped,
            Given = false,
            At = host.Time.GetUtcNow(),
            Words = "إيقاف",
        }));

        await host.MoveAsync(request, RequestStage.DataCheck);

        await host.QuietAsync(request);
        Assert.Equal(1 + messages, host.Said(request).Count());
        Assert.Contains(await host.FollowUpsAsync(request), f => f.State == FollowUpState.NotWanted);
    }

    [StorageTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Send_WhileAHumanHasTheConversation_WaitsAndIsNotLost(bool taken)
    {
        host.GoTo(10);
        var request = await host.ReceiveAsync();
        await host.QuietAsync(request);
        await host.WriteAsync(async db =>
        {
            var handoff = new Handoff { ConversationId = await ConversationAsync(db, request), RequestedAt = host.Time.GetUtcNow() };
            Assert.Equal(taken, taken && handoff.Take(1, host.Time.GetUtcNow()));
            db.Handoffs.Add(handoff);
        });
        await host.MoveAsync(request, RequestStage.DataCheck);
        await host.QuietAsync(request);
        Assert.Single(host.Said(request));

        await host.WriteAsync(db => db.Handoffs.ExecuteDeleteAsync());
        host.Time.Advance(TimeSpan.FromMinutes(6));
        await host.SweepAsync();

        await host.QuietAsync(request);
        Assert.Equal(["StageNotice 1", "RatingRequest 1"], host.Said(request).Skip(1));
    }

    [StorageFact]
    public async Task Send_EverythingHandedIn_RemindsNoMore()
    {
        host.GoTo(10);
        var request = await host.ReceiveAsync();
        await host.QuietAsync(request); // a turn that a move overtakes is tried again later, which on a set clock never comes
        await host.MoveAsync(request, RequestStage.DataCheck);
        await host.QuietAsync(request);
        await host.MoveAsync(request, RequestStage.DocumentsNeeded);
        await host.QuietAsync(request);
        var before = host.Said(request).Count();
        await host.WriteAsync(async db =>
        {
            var row = await db.Requests.SingleAsync(r => r.Number == request.Number);
            row.Need("صورة الهوية");
            row.Requirements[0].State = RequirementState.Received;
        });

        host.Time.Advance(TimeSpan.FromDays(3));
        await host.SweepAsync();

        await host.QuietAsync(request);
        Assert.Equal(before, host.Said(request).Count());
        var reminders = (await host.FollowUpsAsync(request)).Where(f => f.Kind == FollowUpKind.DocumentsReminder);
        Assert.Equal([FollowUpState.Overtaken, FollowUpState.Pending, FollowUpState.Pending], reminders.Select(f => f.State));
    }

    [StorageFact]
    public async Task Send_TurnThatSettledNothing_IsHandedOverAgain()
    {
        host.GoTo(10);
        var request = await host.ReceiveAsync();
        await host.QuietAsync(request);
        var notice = Assert.Single(await host.FollowUpsAsync(request));
        await host.WriteAsync(db => db.FollowUps.Where(f => f.Id == notice.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.State, FollowUpState.Pending)));

        await host.SendAsync(notice.Id);
        Assert.Equal(1, await EventsAsync(request));
        host.Time.Advance(TimeSpan.FromMinutes(16));
        await host.SendAsync(notice.Id);

        await host.QuietAsync(request);
        Assert.Equal(2, await EventsAsync(request));
        Assert.Equal(FollowUpState.Sent, Assert.Single(await host.FollowUpsAsync(request)).State);
    }

    private static Task<long> ConversationAsync(KayanDbContext db, Case of) =>
        db.Conversations.Where(c => c.Address == of.Phone).Select(c => c.Id).SingleAsync();

    private Task<int> EventsAsync(Case of) => host.DatabaseAsync(db => db.InboxMessages
        .CountAsync(m => m.Source == "followup" && db.Conversations.Any(c => c.Id == m.ConversationId && c.Address == of.Phone)));
}

public sealed class FollowUpJobOnSqlite(On<FlowHost, InSqlite> on) : FollowUpJobTests(on.Fixture), IClassFixture<On<FlowHost, InSqlite>>;

public sealed class FollowUpJobOnPostgreSql(On<FlowHost, InPostgreSql> on) : FollowUpJobTests(on.Fixture), IClassFixture<On<FlowHost, InPostgreSql>>;

public sealed class FollowUpJobOnSqlServer(On<FlowHost, InSqlServer> on) : FollowUpJobTests(on.Fixture), IClassFixture<On<FlowHost, InSqlServer>>;
