using System.Net;
using System.Net.Http.Json;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Simulator;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Simulator;

public sealed class SimulatorTests(SimulatorFixture fixture) : IClassFixture<SimulatorFixture>
{
    [Theory]
    [InlineData("whatsapp:+966500000801", DeliveryStatus.Delivered)]
    [InlineData("+966500000802", DeliveryStatus.Delivered)]
    public async Task Message_OnTheSimulatedPhone_GoesTheRealWayAndIsAnsweredAndReported(string address, DeliveryStatus last)
    {
        using var response = await fixture.Host.Client.PostAsJsonAsync("/simulator/phone", new { address, text = "السلام عليكم" });

        Assert.Equal("{\"status\":200}", await response.Content.ReadAsStringAsync());
        var phones = fixture.Host.Services.GetRequiredService<SimulatedPhones>();
        await Eventually.HoldsAsync(() => Task.FromResult(phones.Messages(address) is [{ Mine: true, Status: "read" }, { Mine: false, Status: "delivered" }]));
        Assert.Equal("1: السلام عليكم", phones.Messages(address)[1].Text);
        var sid = phones.Messages(address)[1].Id;
        await Eventually.HoldsAsync(() => fixture.Host.DatabaseAsync(db => db.OutboxMessages.AnyAsync(row => row.Sid == sid && row.Delivery == last)));
    }

    [Fact]
    public async Task Phone_Watched_ShowsWhatIsThereAndWhatComesUntilRead()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var first = await PostAsync("مرحبا", limit.Token);
        await using var stream = await fixture.Host.Client.GetStreamAsync(new Uri("/simulator/phone?address=whatsapp%3A%2B966500000803", UriKind.Relative), limit.Token);
        using var reader = new StreamReader(stream);
        using var second = await PostAsync("وين طلبي؟", limit.Token);

        var seen = new List<string>();
        while (!seen.Any(line => line.Contains("2: وين طلبي؟", StringComparison.Ordinal) && line.Contains("\"read\"", StringComparison.Ordinal)))
        {
            seen.Add(await reader.ReadLineAsync(limit.Token) ?? throw new EndOfStreamException());
        }

        Assert.Contains(seen, line => line.Contains("مرحبا", StringComparison.Ordinal) && line.Contains("\"mine\":true", StringComparison.Ordinal));

        Task<HttpResponseMessage> PostAsync(string text, CancellationToken stopping) =>
            fixture.Host.Client.PostAsJsonAsync("/simulator/phone", new { address = "whatsapp:+966500000803", text }, stopping);
    }

    [Theory]
    [InlineData("/simulator", "text/html")]
    [InlineData("/simulator/app.css", "text/css")]
    [InlineData("/simulator/app.js", "text/javascript")]
    [InlineData("/simulator/people", "application/json")]
    public async Task Page_AndItsParts_AreServed(string path, string type)
    {
        using var response = await fixture.Host.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Api_WithAnotherToken_IsRefused()
    {
        using var form = new FormUrlEncodedContent([new("To", "+966500000804"), new("Body", "x")]);
        using var response = await fixture.Host.Client.PostAsync(
            new Uri($"{SimulatorAccount.ApiPath}/2010-04-01/Accounts/{SimulatorAccount.Sid}/Messages.json", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080")]
    [InlineData("https://localhost:5443;http://+:5080", "http://localhost:5080")]
    [InlineData("http://0.0.0.0:8080/", "http://localhost:8080")]
    [InlineData("http://[::]:8080", "http://localhost:8080")]
    [InlineData(null, "http://localhost:5080")]
    public void Account_OfADeveloper_PointsToThisService(string? urls, string here)
    {
        var options = new Kayan.Bot.Channels.Twilio.TwilioOptions();

        SimulatorAccount.Use(options, urls);

        Assert.Equal((here, here + "/simulator/twilio"), (options.PublicBaseUrl, options.BaseUrl));
        Assert.True(new Kayan.Bot.Channels.Twilio.TwilioOptionsCheck().Validate(null, options).Succeeded);
    }
}
