using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Jobs;
using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using static Kayan.Bot.Tests.Jobs.FlowHost;

namespace Kayan.Bot.Tests.Jobs;

public sealed class SweepTests
{
    [StorageTheory, EachStorage]
    public async Task Sweep_ManyAtOnce_EachFollowUpOnce(string storage)
    {
        TestStorage.Ambient = Enum.Parse<StorageProvider>(storage);
        await using var host = await new FlowHost().StartAsync();
        host.GoTo(22);
        var requests = new List<Case>();
        for (var person = 0; person < 10; person++)
        {
            requests.Add(await host.ReceiveAsync());
            await host.MoveAsync(requests[^1], RequestStage.DataCheck);
        }

        host.GoTo(10);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(host.SweepAsync)));

        foreach (var request in requests)
        {
            await host.QuietAsync(request);
            Assert.Equal(["StageNotice 1", "RatingRequest 1"], host.Said(request));
        }
    }

    [Fact]
    public async Task Sweep_AllOfHangfireLost_FindsWhatIsDueInOurRows()
    {
        await using var before = await new FlowHost().With(services => services.AddSingleton(LostJobs())).StartAsync();
        var request = await before.ReceiveAsync();
        await before.MoveAsync(request, RequestStage.DataCheck);
        Assert.Empty(before.Said(request));

        await using var after = await new FlowHost().With("ConnectionStrings:Kayan", $"Data Source={before.DatabaseFile}").StartAsync();
        await after.SweepAsync();

        await after.QuietAsync(request);
        // Two processes on one database: either may have sent it, once.
        Assert.Equal(["RatingRequest 1", "StageNotice 1"], before.Said(request).Concat(after.Said(request)).Order());
    }

    [Fact]
    public async Task Sweep_ThreeDaysOff_CatchesUpOnceSpreadAndByDay()
    {
        const int People = 12;
        await using var host = await new FlowHost()
            .With("FollowUps:PeoplePerSweep", "5").With(services => services.AddSingleton(LostJobs())).StartAsync();
        for (var person = 0; person < People; person++)
        {
            await host.ReceiveAsync();
        }

        var rounds = new List<int>();
        host.Time.Advance(TimeSpan.FromDays(3));
        host.GoTo(19, 59);
        while (host.WhatsApp.Sent.Count < People)
        {
            var due = await DueAsync(host);
            foreach (var id in due)
            {
                await host.SendAsync(id);
            }

            await SettledAsync(host);
            rounds.Add(due.Count);
            host.GoTo(host.Time.GetUtcNow().ToOffset(RiyadhTime.Offset).Hour == 19 ? 20 : 9);
        }

        Assert.Equal([5, 0, 5, 2], rounds);
        Assert.Equal(People, host.WhatsApp.Sent.Select(m => m.To).Distinct().Count());
        Assert.All(
            await host.DatabaseAsync(db => db.FollowUps.Select(f => f.SettledAt!.Value).ToListAsync()),
            at => Assert.True(QuietHours.Default.Allows(MessageClass.Service, at)));
    }

    /// <summary>What the sweep starts, taken from the client that it is given.</summary>
    private static async Task<List<long>> DueAsync(FlowHost host)
    {
        var started = new List<long>();
        await host.RunAsync<IServiceProvider>(async services =>
        {
            var jobs = new Mock<IBackgroundJobClient>();
            jobs.Setup(j => j.Create(It.IsAny<Job>(), It.IsAny<IState>()))
                .Callback((Job job, IState _) => started.Add((long)job.Args[0]))
                .Returns("1");
            var signal = ActivatorUtilities.CreateInstance<FollowUpSignal>(services, jobs.Object);
            await ActivatorUtilities.CreateInstance<FollowUpSweep>(services, signal).RunAsync(CancellationToken.None);
        });
        return started;
    }

    private static Task SettledAsync(FlowHost host) => Eventually.HoldsAsync(() => host.DatabaseAsync(async db =>
        !await db.InboxMessages.AnyAsync(m => m.HandledAt == null) && !await db.OutboxMessages.AnyAsync(m => m.Sid == null)));

    private static IBackgroundJobClient LostJobs() => Mock.Of<IBackgroundJobClient>();
}
