using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Kayan.Bot.Tests.Harness;

public sealed class FakeTwilioTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private FakeTwilio _twilio = null!;

    public async Task InitializeAsync()
    {
        _twilio = await FakeTwilio.StartAsync();
        var account = _twilio.Account;
        _http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.Sid}:{account.AuthToken}")));
    }

    public async Task DisposeAsync() => await _twilio.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Send_WithoutScript_IsTakenAndStandsInLedgerAndList()
    {
        using var response = await SendAsync("+966500000001", "مرحبا", "7");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var sid = json.RootElement.GetProperty("sid").GetString();
        Assert.Equal(sid, (await _twilio.Ledger.WaitAsync("+966500000001", 1)).Sid);
        Assert.Equal(1, _twilio.Ledger.Times("7"));
        using var list = JsonDocument.Parse(await _http.GetStringAsync(Url("?To=%2B966500000001")));
        Assert.Equal(sid, list.RootElement.GetProperty("messages")[0].GetProperty("sid").GetString());
    }

    [Fact]
    public async Task Send_TheSameOutboxIdTwice_IsADouble()
    {
        (await SendAsync("+966500000001", "مرحبا", "7")).Dispose();
        (await SendAsync("+966500000001", "مرحبا", "7")).Dispose();

        Assert.Equal(["7"], _twilio.Ledger.Doubles);
    }

    [Fact]
    public async Task Send_WithScript_FollowsIt()
    {
        _twilio.Enqueue(FakeTwilioAnswer.Error(400, 21610), FakeTwilioAnswer.TooManyRequests(3), FakeTwilioAnswer.AcceptThenReset);

        using var optedOut = await SendAsync("+966500000001", "مرحبا", "1");
        using var tooMany = await SendAsync("+966500000001", "مرحبا", "2");
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("+966500000001", "مرحبا", "3"));

        Assert.Contains("21610", await optedOut.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(3), tooMany.Headers.RetryAfter!.Delta);
        Assert.Equal("3", Assert.Single(_twilio.Ledger.Messages).OutboxId);
    }

    [Fact]
    public async Task List_OverSeveralPages_CanBeFollowed()
    {
        for (var i = 0; i < 5; i++)
        {
            (await SendAsync("+966500000001", $"{i}", $"{i}")).Dispose();
        }

        var bodies = new List<string?>();
        for (var next = Url("?PageSize=2"); next is not null;)
        {
            using var page = JsonDocument.Parse(await _http.GetStringAsync(next));
            bodies.AddRange(page.RootElement.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("body").GetString()));
            next = page.RootElement.GetProperty("next_page_uri").GetString() is { } uri ? _twilio.BaseAddress + uri : null;
        }

        Assert.Equal(["4", "3", "2", "1", "0"], bodies);
    }

    [Fact]
    public async Task Send_WithAWrongToken_Is401()
    {
        _http.DefaultRequestHeaders.Authorization = new("Basic", "eDp5");

        using var response = await SendAsync("+966500000001", "مرحبا", "1");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private string Url(string query = "") => $"{_twilio.BaseAddress}/2010-04-01/Accounts/{_twilio.Account.Sid}/Messages.json{query}";

    private async Task<HttpResponseMessage> SendAsync(string to, string body, string outboxId)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["To"] = to,
            ["From"] = _twilio.Account.SmsFrom,
            ["Body"] = body,
            ["StatusCallback"] = $"http://127.0.0.1/twilio/status/{outboxId}",
        });
        return await _http.PostAsync(new Uri(Url()), form);
    }
}
