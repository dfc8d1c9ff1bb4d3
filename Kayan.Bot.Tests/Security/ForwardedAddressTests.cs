using System.Net;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Security;

/// <summary>Limits count for an address. Behind a proxy that is the visitor's, and only there is the visitor believed to say it.</summary>
public sealed class ForwardedAddressTests
{
    private const int Tries = 40;

    [Fact]
    public async Task Limit_BehindAProxy_CountsForTheVisitorAndNotForTheProxy()
    {
        await using var host = await new KayanHost().With("ForwardedHeaders_Enabled", "true").StartAsync();

        var one = await TryAsync(host, _ => "198.51.100.1");
        var another = await TryAsync(host, _ => "198.51.100.2", tries: 1);

        Assert.Contains(HttpStatusCode.TooManyRequests, one);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, another);
    }

    [Fact]
    public async Task Limit_WithoutAProxy_IsNotEscapedByAHeader()
    {
        await using var host = await new KayanHost().StartAsync();

        Assert.Contains(HttpStatusCode.TooManyRequests, await TryAsync(host, i => $"198.51.100.{i}"));
    }

    private static async Task<List<HttpStatusCode>> TryAsync(KayanHost host, Func<int, string> address, int tries = Tries)
    {
        List<HttpStatusCode> answers = [];
        for (var i = 0; i < tries; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/console/sign-in") { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("X-Forwarded-For", address(i));
            using var answer = await host.Client.SendAsync(request);
            answers.Add(answer.StatusCode);
        }

        return answers;
    }
}
