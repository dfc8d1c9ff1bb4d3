using System.Net;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Channels.Twilio;

public abstract class DuplicateWebhookTests(TwilioHostFixture fixture)
{
    private const int InARow = 900;
    private const int AtOnce = 100;

    [StorageFact]
    public async Task Webhooks_TwoToTenTimesInARowOr32AtOnce_HaveOneTurnEachAndAlways200()
    {
        var phones = Enumerable.Range(0, 50).Select(_ => fixture.NewPhone()).ToArray();
        await Parallel.ForAsync(0, InARow, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, stopping) =>
        {
            var webhook = Webhook(phones[i % phones.Length]);
            for (var times = 2 + (i % 9); times > 0; times--)
            {
                Assert.Equal(HttpStatusCode.OK, await phones[0].PostAsync(webhook, stopping));
            }
        });
        for (var i = 0; i < AtOnce; i++)
        {
            var webhook = Webhook(phones[i % phones.Length]);
            var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => phones[0].PostAsync(webhook)));
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        }

        Assert.Equal(InARow + AtOnce, await fixture.StoredAsync());
        foreach (var phone in phones)
        {
            await fixture.Twilio.Ledger.WaitAsync(phone.Number, (InARow + AtOnce) / phones.Length, TimeSpan.FromMinutes(2));
            Assert.Equal(
                Enumerable.Range(1, (InARow + AtOnce) / phones.Length).Select(turn => $"{turn}: مرحبا"),
                fixture.Twilio.Ledger.To(phone.Number).Select(message => message.Body));
        }

        Assert.Empty(fixture.Twilio.Ledger.Doubles);
    }

    private FakeTwilioWebhook Webhook(FakeTwilioPhone phone) =>
        phone.Sign(FakeTwilioWebhook.WhatsApp(fixture.Twilio.Account, FakeTwilioWebhook.NewSid(), phone.Number, "مرحبا"));
}

public sealed class DuplicateWebhookOnSqlite(On<TwilioHostFixture, InSqlite> on) : DuplicateWebhookTests(on.Fixture), IClassFixture<On<TwilioHostFixture, InSqlite>>;

public sealed class DuplicateWebhookOnPostgreSql(On<TwilioHostFixture, InPostgreSql> on) : DuplicateWebhookTests(on.Fixture), IClassFixture<On<TwilioHostFixture, InPostgreSql>>;

public sealed class DuplicateWebhookOnSqlServer(On<TwilioHostFixture, InSqlServer> on) : DuplicateWebhookTests(on.Fixture), IClassFixture<On<TwilioHostFixture, InSqlServer>>;
