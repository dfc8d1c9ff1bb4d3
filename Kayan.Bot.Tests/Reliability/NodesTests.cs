using System.Globalization;
using System.Security.Cryptography;
using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Tests.Reliability;

/// <summary>R12 and R13: two real processes on one database.</summary>
[Collection(WholeMachine.Name)]
public sealed class NodesTests
{
    // So few that nobody is told the same words so often that the loop guard of one node stops them.
    private const int MessagesEach = 48;

    private const int MessagesAFreeze = 160;

    // deploy/release-check asks for more.
    private static readonly int Freezes = int.Parse(Environment.GetEnvironmentVariable("KAYAN_FREEZES") ?? "16", CultureInfo.InvariantCulture);

    [StorageTheory, EachStorage(Shared = true)]
    public Task Burst_InOneConversationOverTwoNodes_IsHandledInOrderOneAtATime(string storage) => PlayAsync(storage, async nodes =>
    {
        var crowd = nodes.Crowd(people: 1, messages: 50);
        await crowd.WriteAllAsync(CancellationToken.None);

        await nodes.HoldsAsync(crowd.Total);
        await using var db = LedgerCheck.Open(nodes.Storage);
        var inbox = await db.InboxMessages.OrderBy(m => m.MessageId).Select(m => m.HandledAt).ToListAsync();
        Assert.Equal(inbox.Order(), inbox);
    });

    [StorageTheory, EachStorage(Shared = true)]
    public Task Node_FrozenPastItsLeaseUnderLoad_LosesNothingAndDoublesNothing(string storage) => PlayAsync(storage, async nodes =>
    {
        var crowd = nodes.Crowd(people: Freezes * MessagesAFreeze / MessagesEach, MessagesEach);
        var writing = crowd.WriteAllAsync(CancellationToken.None);
        var frozen = 0;
        for (; frozen < Freezes; frozen++)
        {
            while (crowd.Acknowledged < crowd.Total * (frozen + 1) / (Freezes + 2) && !writing.IsCompleted)
            {
                await Task.Delay(5);
            }

            var node = nodes.Services[frozen % 2];
            await Task.Delay(RandomNumberGenerator.GetInt32(0, 60));
            await node.SignalAsync("STOP");
            await Task.Delay(TimeSpan.FromSeconds(4.5)); // its leases and claims run out, the other takes them
            await node.SignalAsync("CONT");
        }

        await writing;
        Assert.Equal(Freezes, frozen);
        await nodes.HoldsAsync(crowd.Total);
    });

    private static async Task PlayAsync(string kind, Func<Nodes, Task> play)
    {
        using var storage = TestStorage.Create(Enum.Parse<StorageProvider>(kind), empty: true);
        await using var twilio = await FakeTwilio.StartAsync();
        using var one = new KayanProcess(twilio.Account, twilio.BaseAddress, QuickRecovery.Settings, storage: storage);
        using var two = new KayanProcess(twilio.Account, twilio.BaseAddress, QuickRecovery.Settings, storage: storage);
        await Task.WhenAll(one.StartAsync(), two.StartAsync()); // both find it empty
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(15) };
        await play(new Nodes(storage, twilio, http, [one, two]));
    }

    private sealed record Nodes(TestStorage Storage, FakeTwilio Twilio, HttpClient Http, IReadOnlyList<KayanProcess> Services)
    {
        public Crowd Crowd(int people, int messages) => new(Twilio.Account, Http, [.. Services.Select(service => service.Address)], people, messages);

        public async Task HoldsAsync(int acknowledged)
        {
            await LedgerCheck.DrainedAsync(Storage);
            await LedgerCheck.HoldsAsync(Storage, Twilio, acknowledged);
        }
    }
}
