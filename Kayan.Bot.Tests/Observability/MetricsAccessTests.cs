using System.Net;
using Kayan.Bot.Tests.Harness;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Tests.Observability;

/// <summary>The measures are for those who run the service; for everybody else there is nothing there.</summary>
[Collection(Alone.Name)]
public sealed class MetricsAccessTests
{
    private const string Key = "a key of the tests, long enough";

    [Fact]
    public async Task Metrics_WithoutAKey_AnswerOnTheMachineItself()
    {
        await using var host = await new KayanHost().StartAsync();

        Assert.Equal(HttpStatusCode.OK, await GetAsync(host));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "198.51.100.1")]
    [InlineData("X-Real-IP", "198.51.100.1")]
    [InlineData("Forwarded", "for=198.51.100.1")]
    [InlineData("Via", "1.1 proxy")]
    public async Task Metrics_WithoutAKeyThroughAProxy_AreNotThere(string header, string value)
    {
        await using var host = await new KayanHost().StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(host, (header, value)));
    }

    [Fact]
    public async Task Metrics_WithoutAKeyFromElsewhere_AreNotThere()
    {
        await using var host = await new KayanHost().With("ForwardedHeaders_Enabled", "true").StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(host, ("X-Forwarded-For", "198.51.100.1")));
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(host, ("X-Forwarded-For", "127.0.0.1")));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.NotFound)]
    [InlineData("Bearer ", HttpStatusCode.NotFound)]
    [InlineData("Bearer another key of the tests", HttpStatusCode.NotFound)]
    [InlineData("Basic " + Key, HttpStatusCode.NotFound)]
    [InlineData("Bearer " + Key, HttpStatusCode.OK)]
    public async Task Metrics_WithAKey_AnswerToItAlone(string? authorization, HttpStatusCode expected)
    {
        await using var host = await new KayanHost().With("Observability:MetricsKey", Key).StartAsync();

        Assert.Equal(expected, await GetAsync(host, ("Authorization", authorization)));
        Assert.Equal(expected, await GetAsync(host, ("Authorization", authorization), ("X-Forwarded-For", "198.51.100.1")));
    }

    [Fact]
    public async Task Start_ShortKey_IsRefused()
    {
        await using var host = new KayanHost().With("Observability:MetricsKey", "short");

        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(host.StartAsync);

        Assert.Contains("Observability__MetricsKey", Assert.Single(wrong.Failures), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> GetAsync(KayanHost host, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await host.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
