using System.Net;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Channels.WebChat;

public sealed class VisitTests : ChatTests
{
    [Fact]
    public async Task Browser_ComesBack_ToItsConversation()
    {
        using var browser = new HttpClient { BaseAddress = Host.Address };
        var visitor = await DirectLineVisitor.ArriveAsync(browser);
        var first = visitor.ConversationId;
        await visitor.GenerateAsync();

        Assert.Equal(first, visitor.ConversationId);
        Assert.Equal(HttpStatusCode.OK, (await visitor.StartAsync()).StatusCode);
    }

    [Fact]
    public async Task Browser_EndsItsVisit_GetsANewConversation()
    {
        using var browser = new HttpClient { BaseAddress = Host.Address };
        var visitor = await DirectLineVisitor.ArriveAsync(browser);
        var first = visitor.ConversationId;
        Assert.Equal(HttpStatusCode.NoContent, (await visitor.SendAsync(HttpMethod.Post, "/tokens/end", withToken: false)).StatusCode);
        await visitor.GenerateAsync();

        Assert.NotEqual(first, visitor.ConversationId);
    }

    [Fact]
    public async Task Cookie_OfTheVisit_IsOutOfReachOfScripts()
    {
        using var client = WebChatHost.NewClient(Host);
        var visitor = new DirectLineVisitor(client, Host.Address.GetLeftPart(UriPartial.Authority));
        var response = await visitor.SendAsync(HttpMethod.Post, "/tokens/generate", withToken: false);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Cookie_BehindHttps_IsSecureAndOfItsPartition()
    {
        await using var host = await WebChatHost.Create().With("WebChat:PublicBaseUrl", "https://chat.kayan.org.sa").StartAsync();
        using var client = WebChatHost.NewClient(host);
        var visitor = new DirectLineVisitor(client, "https://chat.kayan.org.sa");
        var response = await visitor.SendAsync(HttpMethod.Post, "/tokens/generate", withToken: false);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        await visitor.GenerateAsync();
        await visitor.StartAsync();

        Assert.All(["secure", "samesite=none", "partitioned"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.StartsWith("wss://chat.kayan.org.sa/", visitor.StreamUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visitors_ManyInterleavedTurns_NeverSeeEachOther()
    {
        using var client = WebChatHost.NewClient(Host);
        var visitors = new List<DirectLineVisitor>();
        for (var i = 0; i < 20; i++)
        {
            visitors.Add(await DirectLineVisitor.ArriveAsync(client));
        }

        const int Turns = 25;
        await Task.WhenAll(visitors.Select(async visitor =>
        {
            for (var i = 0; i < Turns; i++)
            {
                await visitor.SayAsync($"{visitor.User} {i}");
            }
        }));

        foreach (var visitor in visitors)
        {
            var said = await Eventually.GetAsync(async () => await visitor.PollAsync() is { Activities: { Count: (2 * Turns) + 1 } all } ? all : null);
            Assert.All(said, activity => Assert.StartsWith(visitor.ConversationId + "|", (string)activity["id"]!, StringComparison.Ordinal));
            Assert.Equal(2 * Turns, said.Count(activity => ((string)activity["text"]!).Contains(visitor.User, StringComparison.Ordinal)));
        }
    }
}
