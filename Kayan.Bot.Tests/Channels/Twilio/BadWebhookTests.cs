using System.Net;
using System.Net.Sockets;
using System.Text;
using Kayan.Bot.Tests.Harness;
using Microsoft.Data.Sqlite;

namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>What is refused, with which status; nothing of it is stored and nothing is told.</summary>
public sealed class BadWebhookTests(TwilioHostFixture fixture) : IClassFixture<TwilioHostFixture>
{
    private const string FormType = "application/x-www-form-urlencoded";

    public static TheoryData<string> Forgeries =>
        ["missing", "empty", "wrong", "truncated", "other token", "https", "port", "other path", "other text", "one more field", "twice"];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Forgery_IsRefusedAndTellsNothing(string forgery)
    {
        var before = await fixture.StoredAsync();
        using var request = Forge(forgery);

        using var response = await fixture.Host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(before, await fixture.StoredAsync());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded2")]
    [InlineData(null)]
    public async Task NotAForm_Is415(string? contentType)
    {
        var before = await fixture.StoredAsync();
        using var request = Signed().ToRequest(fixture.Origin);
        request.Content!.Headers.Remove("Content-Type");
        if (contentType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        using var response = await fixture.Host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal(before, await fixture.StoredAsync());
    }

    [Fact]
    public async Task BodyOver64K_Announced_Is413BeforeAByteOfItIsRead()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(fixture.Host.Address.Host, fixture.Host.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /twilio/messages HTTP/1.1\r\nHost: x\r\nContent-Type: {FormType}\r\nContent-Length: 65537\r\n\r\n"));

        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task BodyOver64K_InChunks_Is413()
    {
        var before = await fixture.StoredAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/twilio/messages")
        {
            Content = new StreamContent(new MemoryStream(Encoding.ASCII.GetBytes("Body=" + new string('x', 70_000)))),
        };
        request.Headers.TransferEncodingChunked = true;
        request.Content.Headers.TryAddWithoutValidation("Content-Type", FormType);

        using var response = await fixture.Host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(before, await fixture.StoredAsync());
    }

    [Fact]
    public async Task BodyOfExactly64K_SignedAndInChunks_IsTaken()
    {
        var account = fixture.Twilio.Account;
        var fields = FakeTwilioWebhook.WhatsApp(account, FakeTwilioWebhook.NewSid(), fixture.NewNumber(), "x").ToList();
        var size = FakeTwilioWebhook.Sign(account, fixture.Origin, "/twilio/messages", fields).Body.Length;
        fields[7] = new("Body", new string('x', 65_536 - size + 1));
        var webhook = FakeTwilioWebhook.Sign(account, fixture.Origin, "/twilio/messages", fields);
        using var request = webhook.ToRequest(fixture.Origin);
        request.Headers.TransferEncodingChunked = true;

        using var response = await fixture.Host.Client.SendAsync(request);

        Assert.Equal(65_536, webhook.Body.Length);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task SignedButNotOurAccount_IsRefused()
    {
        var fields = FakeTwilioWebhook.WhatsApp(fixture.Twilio.Account with { Sid = "AC00000000000000000000000000000001" }, FakeTwilioWebhook.NewSid(), "+966500000001", "x");
        using var request = FakeTwilioWebhook.Sign(fixture.Twilio.Account, fixture.Origin, "/twilio/messages", fields).ToRequest(fixture.Origin);

        using var response = await fixture.Host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task DatabaseLocked_Is503AndTheNextDeliveryIsTaken()
    {
        var before = await fixture.StoredAsync();
        var webhook = Signed();
        var phone = fixture.NewPhone();
        await using (var other = new SqliteConnection($"Data Source={fixture.Host.DatabaseFile};Pooling=False"))
        {
            await other.OpenAsync();
            await using var transaction = other.BeginTransaction(deferred: false);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, await phone.PostAsync(webhook));
        }

        Assert.Equal(before, await fixture.StoredAsync());
        Assert.Equal(HttpStatusCode.OK, await phone.PostAsync(webhook));
        Assert.Equal(before + 1, await fixture.StoredAsync());
    }

    private FakeTwilioWebhook Signed(string? origin = null, string path = "/twilio/messages", string text = "مرحبا", FakeTwilioAccount? account = null) =>
        FakeTwilioWebhook.Sign(
            account ?? fixture.Twilio.Account, origin ?? fixture.Origin, path,
            FakeTwilioWebhook.WhatsApp(fixture.Twilio.Account, FakeTwilioWebhook.NewSid(), "+966599999999", text));

    private HttpRequestMessage Forge(string forgery)
    {
        var signed = Signed();
        var forged = forgery switch
        {
            "empty" => signed with { Signature = "" },
            "wrong" => signed with { Signature = Signed(text: "غيرها").Signature },
            "truncated" => signed with { Signature = signed.Signature[..^2] },
            "other token" => Signed(account: fixture.Twilio.Account with { AuthToken = "another" }),
            "https" => Signed(fixture.Origin.Replace("http://", "https://", StringComparison.Ordinal)),
            "port" => Signed("http://127.0.0.1:1"),
            "other path" => Signed(path: "/twilio/messages/") with { Path = "/twilio/messages" },
            "other text" => signed with { Body = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(signed.Body).Replace("Body=", "Body=x", StringComparison.Ordinal)) },
            "one more field" => signed with { Body = [.. signed.Body, .. "&Extra=1"u8] },
            "twice" => signed with { Body = [.. signed.Body, .. "&From=%2B966500000009"u8] },
            _ => signed,
        };
        var request = forged.ToRequest(fixture.Origin);
        if (forgery is "missing")
        {
            request.Headers.Remove("X-Twilio-Signature");
        }

        return request;
    }
}
