using System.Net;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Tests.Channels.Twilio;

public abstract class TwilioStatusEndpointTests(TwilioHostFixture fixture)
{
    private static readonly string[] Forward = ["queued", "sending", "sent", "delivered", "read"];
    private static readonly string[] Mixed = ["sent", "delivered", "failed", "undelivered"];

    [StorageFact]
    public async Task Reports_InEveryOrder_EndAtTheHighest()
    {
        foreach (var order in Permutations(Forward).Concat(Permutations(Mixed)))
        {
            var message = await SentAsync();
            DeliveryStatus expected = 0;
            foreach (var status in order)
            {
                Assert.Equal(HttpStatusCode.NoContent, await fixture.Twilio.Callbacks.PostAsync(message, status));
                expected = (DeliveryStatus)Math.Max((int)expected, (int)Enum.Parse<DeliveryStatus>(status, ignoreCase: true));
            }

            Assert.Equal(expected, (await RowAsync(message)).Delivery);
        }
    }

    [StorageFact]
    public async Task Report_OfAFailure_KeepsItsCode()
    {
        var message = await SentAsync();

        await fixture.Twilio.Callbacks.PostAsync(message, "undelivered", 30003);

        var row = await RowAsync(message);
        Assert.Equal((DeliveryStatus.Undelivered, 30003), (row.Delivery, row.ErrorCode));
    }

    [StorageTheory]
    [InlineData("0192f0c1-0000-7000-8000-000000000000")]
    [InlineData("not-an-id")]
    public async Task Report_OfAnUnknownMessage_IsAcknowledgedWithoutEffect(string id)
    {
        var message = (await SentAsync()) with { StatusCallback = $"{fixture.Origin}/twilio/status/{id}" };

        Assert.Equal(HttpStatusCode.NoContent, await fixture.Twilio.Callbacks.PostAsync(message, "read"));
    }

    [StorageFact]
    public async Task Report_WithAnotherSid_ChangesNothing()
    {
        var message = await SentAsync();

        Assert.Equal(HttpStatusCode.NoContent, await fixture.Twilio.Callbacks.PostAsync(message with { Sid = FakeTwilioWebhook.NewSid() }, "read"));

        Assert.NotEqual(DeliveryStatus.Read, (await RowAsync(message)).Delivery);
    }

    [StorageTheory]
    [InlineData("MessageStatus", "eaten")]
    [InlineData("MessageSid", "SM1")]
    [InlineData("AccountSid", "AC00000000000000000000000000000001")]
    [InlineData("SmsSid", "SM00000000000000000000000000000001")]
    [InlineData("ErrorCode", "thirty")]
    public async Task Report_ThatTwilioWouldNotWrite_IsRefused(string name, string value)
    {
        var message = await SentAsync();
        var fields = FakeTwilioWebhook.Status(fixture.Twilio.Account, message, "read").Where(field => field.Key != name).Append(new(name, value));
        using var request = FakeTwilioWebhook.Sign(fixture.Twilio.Account, fixture.Origin, $"/twilio/status/{message.OutboxId}", fields).ToRequest(fixture.Origin);

        using var response = await fixture.Host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.NotEqual(DeliveryStatus.Read, (await RowAsync(message)).Delivery);
    }

    [StorageFact]
    public async Task Report_SignedForAnotherMessage_IsRefused()
    {
        var (first, second) = (await SentAsync(), await SentAsync());
        var signed = FakeTwilioWebhook.Sign(
            fixture.Twilio.Account, fixture.Origin, $"/twilio/status/{first.OutboxId}", FakeTwilioWebhook.Status(fixture.Twilio.Account, first, "read"));
        using var request = (signed with { Path = $"/twilio/status/{second.OutboxId}" }).ToRequest(fixture.Origin);

        using var response = await fixture.Host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static IEnumerable<string[]> Permutations(string[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(rest => (string[])[first, .. rest]));

    private async Task<FakeTwilioMessage> SentAsync()
    {
        var phone = fixture.NewPhone();
        await phone.WhatsAppAsync("مرحبا");
        var message = await fixture.Twilio.Ledger.WaitAsync(phone.Number, 1);
        await Eventually.HoldsAsync(async () => (await RowAsync(message)).State == OutboxState.Accepted);
        return message;
    }

    private Task<OutboxMessage> RowAsync(FakeTwilioMessage message)
    {
        var id = Guid.Parse(message.OutboxId!);
        return fixture.Host.DatabaseAsync(db => db.OutboxMessages.AsNoTracking().SingleAsync(row => row.Id == id));
    }
}

public sealed class TwilioStatusEndpointOnSqlite(On<TwilioHostFixture, InSqlite> on) : TwilioStatusEndpointTests(on.Fixture), IClassFixture<On<TwilioHostFixture, InSqlite>>;

public sealed class TwilioStatusEndpointOnPostgreSql(On<TwilioHostFixture, InPostgreSql> on) : TwilioStatusEndpointTests(on.Fixture), IClassFixture<On<TwilioHostFixture, InPostgreSql>>;

public sealed class TwilioStatusEndpointOnSqlServer(On<TwilioHostFixture, InSqlServer> on) : TwilioStatusEndpointTests(on.Fixture), IClassFixture<On<TwilioHostFixture, InSqlServer>>;
