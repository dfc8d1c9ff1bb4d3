using System.Net;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Channels.WebChat;

public sealed class DirectLineOriginTests : ChatTests
{
    private protected override KayanHost Configure(KayanHost host) => host.With("WebChat:TokensPerMinute", "5");

    [Theory]
    [InlineData(null, 403)]
    [InlineData("null", 403)]
    [InlineData("https://evil.example", 403)]
    [InlineData("https://www.kayan.org.sa.evil.example", 403)]
    [InlineData("http://www.kayan.org.sa", 403)]
    [InlineData(WebChatHost.OtherSite, 200)]
    public async Task Token_ForAPage_OnlyForAllowedSites(string? origin, int status)
    {
        var visitor = new DirectLineVisitor(Client, origin);

        Assert.Equal(status, (int)(await visitor.SendAsync(HttpMethod.Post, "/tokens/generate", withToken: false)).StatusCode);
    }

    [Fact]
    public async Task Token_UsedFromAnotherSite_IsRefused()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        var thief = new DirectLineVisitor(Client, WebChatHost.OtherSite) { Token = visitor.Token };
        var stranger = new DirectLineVisitor(Client, "https://evil.example") { Token = visitor.Token };

        var path = $"/conversations/{visitor.ConversationId}/activities";
        Assert.Equal("OriginNotAllowed", await DirectLineVisitor.ErrorAsync(await thief.SendAsync(HttpMethod.Get, path)));
        Assert.Equal("OriginNotAllowed", await DirectLineVisitor.ErrorAsync(await stranger.SendAsync(HttpMethod.Post, path, "{}")));
    }

    [Fact]
    public async Task Preflight_AllowedAndForeignSite_OnlyTheFirstMayRead()
    {
        var allowed = await PreflightAsync(WebChatHost.OtherSite);
        var foreign = await PreflightAsync("https://evil.example");

        Assert.Equal([WebChatHost.OtherSite], allowed.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(["86400"], allowed.Headers.GetValues("Access-Control-Max-Age"));
        var headers = string.Join(',', allowed.Headers.GetValues("Access-Control-Allow-Headers"));
        Assert.All(["authorization", "content-type", "x-ms-bot-agent", "x-requested-with"], header => Assert.Contains(header, headers, StringComparison.OrdinalIgnoreCase));
        Assert.False(foreign.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(allowed.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task Refusal_ForAnAllowedSite_CanBeReadByIt()
    {
        var visitor = new DirectLineVisitor(Client, WebChatHost.OtherSite) { Token = "x" };
        var response = await visitor.SendAsync(HttpMethod.Post, "/tokens/refresh");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal([WebChatHost.OtherSite], response.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Tokens_MoreThanAllowedAMinute_TheRestIsTurnedAway()
    {
        var visitor = new DirectLineVisitor(Client, WebChatHost.OtherSite);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            statuses.Add((await visitor.SendAsync(HttpMethod.Post, "/tokens/generate", withToken: false)).StatusCode);
        }

        Assert.Contains(HttpStatusCode.OK, statuses);
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    [Fact]
    public async Task Secret_OfAnotherServer_GetsATokenForItsUser()
    {
        var server = new DirectLineVisitor(Client, origin: null) { Token = WebChatHost.Secret };
        var granted = await DirectLineVisitor.ReadAsync(await server.SendAsync(HttpMethod.Post, "/tokens/generate", """{"user":{"id":"dl_portal-0042"}}"""));
        var visitor = new DirectLineVisitor(Client, origin: null) { Token = (string)granted["token"]! };

        Assert.Equal("dl_portal-0042", visitor.User);
        Assert.Equal(HttpStatusCode.Created, (await visitor.StartAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.SendAsync(HttpMethod.Post, "/tokens/generate", """{"user":{"id":"admin"}}""")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await server.StartAsync()).StatusCode);
        server.Token = "not-the-secret";
        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync(HttpMethod.Post, "/tokens/generate", "{}")).StatusCode);
    }

    private Task<HttpResponseMessage> PreflightAsync(string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, DirectLineVisitor.Base + "/conversations");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with");
        return Client.SendAsync(request);
    }
}
