using System.Net;
using Kayan.Bot.Tests.Console;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.CommandLine;

/// <summary>The command line in Production: what it prints works at the service's doors afterwards.</summary>
public sealed class CommandLineTests : IAsyncLifetime
{
    private readonly FakeTwilioAccount _account = new();
    private FakeTwilio _twilio = null!;
    private KayanProcess _service = null!;

    public async Task InitializeAsync()
    {
        _twilio = await FakeTwilio.StartAsync(_account);
        _service = new KayanProcess(_account, _twilio.BaseAddress);
    }

    public async Task DisposeAsync()
    {
        _service.Dispose();
        await _twilio.DisposeAsync();
    }

    [Fact]
    public async Task ApiKey_CreatedThenRevoked_OpensThenIsRefused()
    {
        Assert.Equal(0, await _service.RunAsync(default, "api-key", "create", "back office"));
        var key = Assert.Single(_service.Output.ToList());
        Assert.Equal(1, await _service.RunAsync(default, "api-key", "create", "back office"));

        await _service.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(key));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(key + "x"));
        Assert.Equal(0, await _service.TerminateAsync(default));

        Assert.Equal(0, await _service.RunAsync(default, "api-key", "revoke", "back office"));
        Assert.Equal(1, await _service.RunAsync(default, "api-key", "revoke", "back office"));
        await _service.StartAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(key));
    }

    [Fact]
    public async Task Staff_Created_SignsInWithThePasswordThatWasPrinted()
    {
        Assert.Equal(0, await _service.RunAsync(default, "staff", "create", "sara@kayan.example", "--name", "أ. سارة", "--role", "SocialWorker"));
        var password = Assert.Single(_service.Output.ToList());
        Assert.Equal(1, await _service.RunAsync(default, "staff", "create", "sara@kayan.example", "--name", "أ. سارة", "--role", "SocialWorker"));

        await _service.StartAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_service.Address) };
        using var refused = await ConsoleWorld.SignInAsync(client, "sara@kayan.example", password + "x");
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        using var opened = await ConsoleWorld.SignInAsync(client, "sara@kayan.example", password);
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        Assert.Contains("secure", Assert.Single(opened.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("kayan-staff", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("staff", "create", "sara@kayan.example", "--name", "أ. سارة", "--role", "Owner")]
    [InlineData("staff", "create", "sara@kayan.example")]
    [InlineData("api-key")]
    public async Task Command_HalfSaid_ExplainsItselfAndChangesNothing(params string[] arguments)
    {
        Assert.NotEqual(0, await _service.RunAsync(default, arguments));

        Assert.DoesNotContain("   at ", _service.Output.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(_service.Output.ToList());
    }

    private async Task<HttpStatusCode> AskAsync(string key)
    {
        using var client = new HttpClient();
        using var question = new HttpRequestMessage(HttpMethod.Get, $"{_service.Address}/api/v1/requests/1000000");
        question.Headers.Add("X-Api-Key", key);
        using var answer = await client.SendAsync(question);
        return answer.StatusCode;
    }
}
