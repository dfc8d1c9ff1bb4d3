using System.Net;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Console;

public sealed class ConsoleAccessTests : IAsyncLifetime
{
    private static readonly string[] Public = ["/console/sign-in", "/console/language"];

    private ConsoleWorld _world = null!;

    public async Task InitializeAsync() => _world = await ConsoleWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public void EveryConsoleEndpoint_AsksForASignedInColleague_ButTheShortPublicList()
    {
        var endpoints = Endpoints();

        Assert.Contains(endpoints, e => Route(e) == "/console/conversations/{Id:long}");
        Assert.Contains(endpoints, e => Route(e).StartsWith("/_blazor", StringComparison.Ordinal));
        var open = endpoints
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null || e.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(Route).Distinct().Order();
        Assert.Equal(Public.Order(), open);
    }

    [Theory]
    [InlineData("/console")]
    [InlineData("/console/requests")]
    [InlineData("/console/requests/1000000")]
    [InlineData("/console/conversations/1")]
    [InlineData("/console/anything/else")]
    public async Task Page_Anonymous_LeadsToTheSignIn(string path)
    {
        using var client = _world.Visitor();

        var answer = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/console/sign-in", new Uri(_world.Host.Address, answer.Headers.Location!).AbsolutePath);
    }

    [Theory]
    [InlineData("/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("/console/sign-out")]
    public async Task Command_Anonymous_IsNotDone(string path)
    {
        using var client = _world.Visitor();

        var answer = await client.PostAsync(path, new FormUrlEncodedContent([]));

        Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized, $"{answer.StatusCode}");
    }

    [Fact]
    public async Task Page_SignedInWithoutAStaffRole_IsNotFound()
    {
        await _world.StaffAsync("guest", "ضيف", role: "Visitor");
        using var client = _world.Visitor();
        await ConsoleWorld.SignInAsync(client, "guest", ConsoleWorld.Password);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/console")).StatusCode);
    }

    [Theory]
    [InlineData(StaffRoles.Administrator)]
    [InlineData(StaffRoles.Manager)]
    [InlineData(StaffRoles.SocialWorker)]
    public async Task Pages_EachRole_AreOpen(string role)
    {
        var request = await _world.RequestAsync("أم سارة", "دعم تعليمي", "+966500000001", RequestStage.DataCheck);
        var conversation = await _world.ConversationAsync(ChannelKind.WhatsApp, "+966500000001");
        using var client = await SignedInAsync(role);

        string[] paths = ["/console", "/console/requests", $"/console/requests/{request.Number}", $"/console/conversations/{conversation}"];
        foreach (var path in paths)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task Page_AbsentOrImpossible_IsTheSameNotFoundPage()
    {
        using var client = await SignedInAsync();
        string[] paths =
        [
            "/console/conversations/987654", "/console/conversations/abc", "/console/conversations/-1", "/console/requests/9999999",
            "/console/requests/abc", "/console/requests/1'%20OR%201=1--", "/console/nothing", "/console/a/b/c",
        ];

        foreach (var path in paths)
        {
            var answer = await client.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
            Assert.Contains("الصفحة غير موجودة", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Titles_NameNoOne()
    {
        var request = await _world.RequestAsync("أم سارة", "دعم تعليمي", "+966500000001");
        var conversation = await _world.ConversationAsync(ChannelKind.WhatsApp, "+966500000001");
        using var client = await SignedInAsync();

        foreach (var path in new[] { $"/console/requests/{request.Number}", $"/console/conversations/{conversation}" })
        {
            var page = WebUtility.HtmlDecode(await client.GetStringAsync(path));
            var title = page[page.IndexOf("<title>", StringComparison.Ordinal)..page.IndexOf("</title>", StringComparison.Ordinal)];
            Assert.DoesNotContain("سارة", title, StringComparison.Ordinal);
            Assert.DoesNotContain("966", title, StringComparison.Ordinal);
            Assert.Contains("سارة", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/console/sign-in")]
    [InlineData("/console")]
    public async Task Headers_ConsolePage_LetOnlyOurOwnScriptsRunAndNobodyFrameIt(string path)
    {
        using var client = await SignedInAsync();

        var answer = await client.GetAsync(path);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotMatch("<script(?![^>]*\\ssrc=)", page);
        Assert.DoesNotMatch("(src|href)=\"https?://", page);
    }

    [Fact]
    public async Task Language_English_TurnsThePageAround()
    {
        using var client = await SignedInAsync();
        var page = await client.GetStringAsync("/console");
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", page, StringComparison.Ordinal);

        var chosen = await client.PostAsync("/console/language", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = ConsoleWorld.TokenIn(page),
            ["to"] = "en",
            ["from"] = "/console/requests",
        }));

        Assert.Equal("/console/requests", chosen.Headers.Location!.OriginalString);
        page = await client.GetStringAsync("/console");
        Assert.Contains("<html lang=\"en\" dir=\"ltr\">", page, StringComparison.Ordinal);
        Assert.Contains("Nobody is waiting", page, StringComparison.Ordinal);
    }

    private List<RouteEndpoint> Endpoints() =>
        [.. _world.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => Route(e).StartsWith("/console", StringComparison.Ordinal)
                || Route(e).StartsWith("/_blazor", StringComparison.Ordinal))
            .Where(e => !Path.HasExtension(Route(e)))];

    private static string Route(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');

    private async Task<HttpClient> SignedInAsync(string role = StaffRoles.SocialWorker)
    {
        await _world.StaffAsync("noura", "نورة", role);
        var client = _world.Visitor();
        await ConsoleWorld.SignInAsync(client, "noura", ConsoleWorld.Password);
        return client;
    }
}
