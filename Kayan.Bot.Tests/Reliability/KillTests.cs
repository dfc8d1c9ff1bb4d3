using System.Globalization;
using System.Security.Cryptography;
using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Reliability;

/// <summary>R1 and R4: the real process, killed or stopped under load.</summary>
[Collection(WholeMachine.Name)]
public sealed class KillTests
{
    private const int People = 20;

    // deploy/release-check asks for more: twenty turns a kill.
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("KAYAN_KILLS") ?? "25", CultureInfo.InvariantCulture);

    [StorageTheory, EachStorage]
    public async Task KillMinus9_AtRandomMomentsUnderLoad_NothingIsLostDoubledOrOutOfOrder(string storage)
    {
        var wanted = storage == nameof(StorageProvider.Sqlite) ? Kills : (Kills * 2 / 5);
        var disturbed = await PlayAsync(storage, wanted, async (service, crowd, writing) =>
        {
            var kills = 0;
            for (; kills < wanted; kills++)
            {
                // Spread over the run: the next kill comes when its share of the messages is in, at a random moment after.
                var share = crowd.Total * (kills + 1) / (wanted + 1);
                while (crowd.Acknowledged < share && !writing.IsCompleted)
                {
                    await Task.Delay(5);
                }

                await Task.Delay(RandomNumberGenerator.GetInt32(0, 60));
                await service.KillAsync();
                await service.StartAsync();
            }

            Assert.Equal(wanted, kills);
        });
        var undisturbed = await PlayAsync(storage, wanted, (_, _, _) => Task.CompletedTask);

        Assert.Equal(undisturbed.Count, disturbed.Count);
        Assert.All(undisturbed, expected => Assert.Equal(expected.Value, disturbed[expected.Key]));
    }

    [Fact]
    public async Task SigTerm_UnderLoad_EndsWithZeroAndLosesNothing()
    {
        await PlayAsync(nameof(StorageProvider.Sqlite), Kills, async (service, crowd, writing) =>
        {
            for (var stops = 1; stops <= 5; stops++)
            {
                while (crowd.Acknowledged < crowd.Total * stops / 6 && !writing.IsCompleted)
                {
                    await Task.Delay(5);
                }

                using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
                Assert.Equal(0, await service.TerminateAsync(limit.Token));
                await service.StartAsync();
            }
        });
    }

    private static async Task<Dictionary<string, List<string>>> PlayAsync(string kind, int messages, Func<KayanProcess, Crowd, Task, Task> disturb)
    {
        using var storage = TestStorage.Create(Enum.Parse<StorageProvider>(kind));
        await using var twilio = await FakeTwilio.StartAsync();
        using var service = new KayanProcess(twilio.Account, twilio.BaseAddress, QuickRecovery.Settings, storage: storage);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        await service.StartAsync();
        var crowd = new Crowd(twilio.Account, http, [service.Address], People, messages);
        var writing = crowd.WriteAllAsync(CancellationToken.None);
        await disturb(service, crowd, writing);
        await writing;
        await LedgerCheck.DrainedAsync(service.Storage);
        await LedgerCheck.HoldsAsync(service.Storage, twilio, crowd.Total);
        return await LedgerCheck.TranscriptsAsync(service.Storage);
    }
}
