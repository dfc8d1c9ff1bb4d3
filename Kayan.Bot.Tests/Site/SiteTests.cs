using System.Net;
using Kayan.Bot.Site;
using Kayan.Bot.Tests.Channels.WebChat;
using Kayan.Bot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Site;

public sealed class SiteTests : ChatTests
{
    [Fact]
    public async Task Bubble_Loader_IsAtMostFiveKilobytes() => Assert.InRange((await Client.GetByteArrayAsync(Path("/bubble.js"))).Length, 1, 5 * 1024);

    [Theory]
    [InlineData("/", "frame-ancestors 'none'")]
    [InlineData("/chat", "frame-ancestors 'self' " + WebChatHost.OtherSite)]
    public async Task Page_Headers_BindItToThisService(string path, string ancestors)
    {
        var response = await Client.GetAsync(Path(path));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.EndsWith(ancestors, policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_Nonce_IsNewForEachPage()
    {
        var first = await Client.GetAsync(Path("/chat"));
        var second = await Client.GetAsync(Path("/chat"));

        Assert.NotEqual(first.Headers.GetValues("Content-Security-Policy").Single(), second.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Pages_TheirFiles_AreAllThere()
    {
        foreach (var page in new[] { "/", "/chat" })
        {
            var html = await Client.GetStringAsync(Path(page));
            Assert.DoesNotContain("{{", html, StringComparison.Ordinal);
            foreach (var address in Addresses(html).Where(address => !address.StartsWith("/webchat/", StringComparison.Ordinal)))
            {
                Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync(Path(address))).StatusCode);
            }
        }
    }

    [Fact]
    public async Task File_UnderItsVersion_IsKeptForeverAndCompressed()
    {
        var address = Addresses(await Client.GetStringAsync(Path("/"))).First(address => address.StartsWith("/site/site.css", StringComparison.Ordinal));
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd("br");
        var response = await Client.SendAsync(request);

        Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        Assert.Equal("text/css; charset=utf-8", response.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Home_Facts_AreThoseOfTheAssociation()
    {
        var html = await Client.GetStringAsync(Path("/"));

        Assert.All(["+966112925559", "+966533155582", "Info@kayan.org.sa", "www.kayan.org.sa"], fact => Assert.Contains(fact, html, StringComparison.Ordinal));
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", html, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task Bundle_AsTheBuildLeftIt_IsServedCompressed()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/webchat/webchat.js");
        request.Headers.AcceptEncoding.ParseAdd("gzip, deflate, br");
        var response = await Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 100_000, 1_000_000);
    }

    [Fact]
    public async Task Chat_BuiltWithoutNode_SaysKindlyWhatIsMissing()
    {
        var empty = Directory.CreateTempSubdirectory("kayan-test-");
        await using var host = await WebChatHost.Create().With(services => services.AddSingleton(new WebChatBundle(empty.FullName))).StartAsync();
        using var client = WebChatHost.NewClient(host);
        var html = await client.GetStringAsync(Path("/chat"));

        Assert.Contains("Node.js", html, StringComparison.Ordinal);
        Assert.Contains("011 292 5559", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Path("/webchat/webchat.js"))).StatusCode);
        empty.Delete();
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);

    private static IEnumerable<string> Addresses(string html) =>
        html.Split('"').Where(part => part.StartsWith("/site/", StringComparison.Ordinal) || part.StartsWith("/webchat/", StringComparison.Ordinal) || part == "/bubble.js");
}
