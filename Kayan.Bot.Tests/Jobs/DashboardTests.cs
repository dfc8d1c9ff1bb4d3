using System.Net;
using Kayan.Bot.Security;
using Kayan.Bot.Tests.Console;

namespace Kayan.Bot.Tests.Jobs;

/// <summary>/jobs is for administrators; to everybody else it looks as if it were not there.</summary>
public sealed class DashboardTests : IAsyncLifetime
{
    private ConsoleWorld _world = null!;

    public async Task InitializeAsync() => _world = await ConsoleWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData(StaffRoles.Administrator, HttpStatusCode.OK)]
    [InlineData(StaffRoles.Manager, HttpStatusCode.NotFound)]
    [InlineData(StaffRoles.SocialWorker, HttpStatusCode.NotFound)]
    public async Task Dashboard_SignedIn_OpensForAdministratorsOnly(string role, HttpStatusCode expected)
    {
        await _world.StaffAsync("someone", "موظف", role: role);
        using var client = _world.Visitor();
        await ConsoleWorld.SignInAsync(client, "someone", ConsoleWorld.Password);

        foreach (var path in (string[])["/jobs", "/jobs/recurring", "/jobs/servers"])
        {
            using var page = await client.GetAsync(path);
            Assert.Equal(expected, page.StatusCode);
        }
    }

    [Fact]
    public async Task Dashboard_Anonymous_LeadsToTheSignIn()
    {
        using var client = _world.Visitor();

        using var page = await client.GetAsync("/jobs");

        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.Equal("/console/sign-in", new Uri(_world.Host.Address, page.Headers.Location!).AbsolutePath);
    }

    [Fact]
    public async Task Trigger_ByAManager_IsNotDone()
    {
        await _world.StaffAsync("manager", "مديرة", role: StaffRoles.Manager);
        using var client = _world.Visitor();
        await ConsoleWorld.SignInAsync(client, "manager", ConsoleWorld.Password);

        using var answer = await client.PostAsync("/jobs/recurring/trigger", new FormUrlEncodedContent([new("jobs[]", "follow-ups")]));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
