using System.Net;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Reliability;

/// <summary>R6 and R7: the database locked by another process, and a full disk.</summary>
[Collection(WholeMachine.Name)]
public sealed class StorageFaultTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(12)]
    public async Task Webhook_WhileTheDatabaseIsLocked_IsStoredOr503_AndNothingIsLost(int seconds)
    {
        await using var twilio = await FakeTwilio.StartAsync();
        using var service = new KayanProcess(twilio.Account, twilio.BaseAddress);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        await service.StartAsync();
        var phone = new FakeTwilioPhone(twilio.Account, http, service.Address, Crowd.Phone(1));
        var webhook = phone.Sign(FakeTwilioWebhook.WhatsApp(twilio.Account, FakeTwilioWebhook.NewSid(), phone.Number, "السلام عليكم"));

        HttpStatusCode? during;
        await using (var locked = await SqliteLock.TakeAsync(service.DatabaseFile))
        {
            var posting = phone.PostAsync(webhook);
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            Assert.True(seconds < 5 || posting.IsCompleted, "a webhook is answered within five seconds");
            during = posting.IsCompleted ? await posting : null;
            await locked.ReleaseAsync();
            during ??= await posting;
        }

        Assert.True(during is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, $"{during}");
        await RepeatUntilAcknowledgedAsync(phone, webhook);
        await LedgerCheck.DrainedAsync(service.Storage);
        await LedgerCheck.HoldsAsync(service.Storage, twilio, 1);
    }

    [SmallDiskFact]
    public async Task Webhook_WhileTheDiskIsFull_Is503NeverADuplicate_AndTheBacklogDrainsAfter()
    {
        using var disk = SmallDisk.Mount(megabytes: 6);
        await using var twilio = await FakeTwilio.StartAsync();
        using var service = new KayanProcess(twilio.Account, twilio.BaseAddress, folder: disk.Folder);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        await service.StartAsync();
        var phone = new FakeTwilioPhone(twilio.Account, http, service.Address, Crowd.Phone(1));

        disk.Fill();
        var refused = new List<FakeTwilioWebhook>();
        var stored = 0;
        for (var i = 0; i < 400 && refused.Count < 5; i++)
        {
            var webhook = phone.Sign(FakeTwilioWebhook.WhatsApp(
                twilio.Account, FakeTwilioWebhook.NewSid(), phone.Number, new string('م', 1500)));
            switch (await phone.PostAsync(webhook))
            {
                case HttpStatusCode.OK: stored++; break;
                case HttpStatusCode.ServiceUnavailable: refused.Add(webhook); break;
                case var other: Assert.Fail($"answered {other}"); break;
            }
        }

        Assert.Equal(5, refused.Count);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync(new Uri($"{service.Address}/health/ready"))).StatusCode);

        disk.Free();
        foreach (var webhook in refused)
        {
            await RepeatUntilAcknowledgedAsync(phone, webhook);
        }

        await LedgerCheck.DrainedAsync(service.Storage);
        await LedgerCheck.HoldsAsync(service.Storage, twilio, stored + refused.Count);
    }

    private static Task RepeatUntilAcknowledgedAsync(FakeTwilioPhone phone, FakeTwilioWebhook webhook) =>
        Eventually.HoldsAsync(async () => await phone.PostAsync(webhook) == HttpStatusCode.OK);
}
