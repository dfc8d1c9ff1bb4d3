using System.Net;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Tests.Channels.Twilio;

public abstract class TwilioMessagesEndpointTests(TwilioHostFixture fixture)
{
    [StorageFact]
    public async Task Message_OnWhatsApp_IsAcknowledgedStoredAndAnswered()
    {
        var phone = fixture.NewPhone();
        var sid = FakeTwilioWebhook.NewSid();
        using var request = phone.Sign(FakeTwilioWebhook.WhatsApp(fixture.Twilio.Account, sid, phone.Number, "وين وصل طلبي؟")).ToRequest(fixture.Origin);

        using var response = await fixture.Host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/xml", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("<Response/>", await response.Content.ReadAsStringAsync());
        Assert.Equal(1, await fixture.Host.DatabaseAsync(db => db.InboxMessages.CountAsync(m => m.Source == "twilio" && m.ExternalId == sid)));
        var reply = await fixture.Twilio.Ledger.WaitAsync(phone.Number, 1);
        Assert.Equal(($"whatsapp:{phone.Number}", "1: وين وصل طلبي؟"), (reply.To, reply.Body));
    }

    [StorageFact]
    public async Task Message_BySms_IsAnsweredBySms()
    {
        var phone = fixture.NewPhone();

        await phone.SmsAsync("مرحبا");

        var reply = await fixture.Twilio.Ledger.WaitAsync(phone.Number, 1);
        Assert.Equal((phone.Number, fixture.Twilio.Account.SmsFrom, "1: مرحبا"), (reply.To, reply.From, reply.Body));
    }

    [StorageFact]
    public async Task Message_OfAPersonWithoutANumber_IsAnsweredByTheId()
    {
        var phone = fixture.NewPhone();
        var form = RealForms.Button(9001);

        Assert.Equal(HttpStatusCode.OK, await phone.PostAsync(phone.Sign(form)));

        Assert.Equal("whatsapp:SA.1A2B3C4D5E6F7G8H9I0J", (await fixture.Twilio.Ledger.WaitAsync("SA.1A2B3C4D5E6F7G8H9I0J", 1)).To);
    }

    [StorageFact]
    public async Task Message_PostedAgain_IsAcknowledgedWithoutEffect()
    {
        var phone = fixture.NewPhone();
        var webhook = phone.Sign(FakeTwilioWebhook.WhatsApp(fixture.Twilio.Account, FakeTwilioWebhook.NewSid(), phone.Number, "مرة"));

        Assert.Equal(HttpStatusCode.OK, await phone.PostAsync(webhook));
        await fixture.Twilio.Ledger.WaitAsync(phone.Number, 1);
        Assert.Equal(HttpStatusCode.OK, await phone.PostAsync(webhook));
        await phone.WhatsAppAsync("بعدها");

        Assert.Equal("2: بعدها", (await fixture.Twilio.Ledger.WaitAsync(phone.Number, 2)).Body);
    }

    [StorageFact]
    public async Task Message_WithAQueryInTheUrl_IsCheckedWithIt()
    {
        var phone = fixture.NewPhone();
        var fields = FakeTwilioWebhook.WhatsApp(fixture.Twilio.Account, FakeTwilioWebhook.NewSid(), phone.Number, "مرحبا").ToArray();
        var signed = FakeTwilioWebhook.Sign(fixture.Twilio.Account, fixture.Origin, "/twilio/messages?tenant=t%201&x=%D8%A3", fields);

        Assert.Equal(HttpStatusCode.Forbidden, await phone.PostAsync(signed with { Path = "/twilio/messages?x=%D8%A3&tenant=t%201" }));
        Assert.Equal(HttpStatusCode.OK, await phone.PostAsync(signed));
    }

    [StorageTheory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task Message_ByAnotherVerb_IsNotAllowed(string verb)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), "/twilio/messages");
        using var response = await fixture.Host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }
}

public sealed class TwilioMessagesEndpointOnSqlite(On<TwilioHostFixture, InSqlite> on) : TwilioMessagesEndpointTests(on.Fixture), IClassFixture<On<TwilioHostFixture, InSqlite>>;

public sealed class TwilioMessagesEndpointOnPostgreSql(On<TwilioHostFixture, InPostgreSql> on) : TwilioMessagesEndpointTests(on.Fixture), IClassFixture<On<TwilioHostFixture, InPostgreSql>>;

public sealed class TwilioMessagesEndpointOnSqlServer(On<TwilioHostFixture, InSqlServer> on) : TwilioMessagesEndpointTests(on.Fixture), IClassFixture<On<TwilioHostFixture, InSqlServer>>;
