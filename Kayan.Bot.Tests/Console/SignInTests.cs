using System.Net;
using Kayan.Bot.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Console;

public sealed class SignInTests : IAsyncLifetime
{
    private ConsoleWorld _world = null!;

    public async Task InitializeAsync() => _world = await ConsoleWorld.StartAsync(host => host.With(services =>
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMilliseconds(20))));

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task SignIn_RightPassword_LeadsWhereThePersonWanted()
    {
        await _world.StaffAsync("noura", "نورة");
        using var client = _world.Visitor();

        var sent = await ConsoleWorld.SignInAsync(
            client, "noura", ConsoleWorld.Password, "/console/sign-in?ReturnUrl=%2Fconsole%2Frequests");

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal("/console/requests", Path(sent));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/console/requests")).StatusCode);
        var cookie = Assert.Single(sent.Headers.GetValues("Set-Cookie"), c => c.StartsWith("kayan-staff=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/console")]
    [InlineData("/consoleevil")]
    [InlineData("/console/\\evil.example")]
    [InlineData("/twilio/messages")]
    [InlineData("/jobsevil")]
    [InlineData("/console\r\nX: y")]
    public async Task SignIn_ForeignReturnAddress_LeadsToTheFirstPage(string returnUrl)
    {
        await _world.StaffAsync("noura", "نورة");
        using var client = _world.Visitor();

        var sent = await ConsoleWorld.SignInAsync(
            client, "noura", ConsoleWorld.Password, "/console/sign-in?ReturnUrl=" + Uri.EscapeDataString(returnUrl));

        Assert.Equal("/console", Path(sent));
    }

    [Fact]
    public async Task SignIn_WrongPasswordUnknownNameAndLockedAccount_LookAlike()
    {
        await _world.StaffAsync("noura", "نورة");
        var locked = await _world.StaffAsync("huda", "هدى");
        await _world.Host.DatabaseAsync(db => db.Users.Where(u => u.Id == locked.Id)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.LockoutEnd, TimeProvider.System.GetUtcNow().AddHours(1))));

        var answers = new List<(HttpStatusCode Status, string Page)>();
        foreach (var (name, password) in new[] { ("noura", "خطأ-خطأ-خطأ"), ("nobody", "خطأ-خطأ-خطأ"), ("huda", ConsoleWorld.Password) })
        {
            using var client = _world.Visitor();
            var sent = await ConsoleWorld.SignInAsync(client, name, password);
            var page = await sent.Content.ReadAsStringAsync();
            answers.Add((sent.StatusCode, Alert(page)));
            Assert.DoesNotContain(password, page, StringComparison.Ordinal);
        }

        Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.OK, answers[0].Status);
        Assert.Contains("لم نتمكن من تسجيل دخولك", answers[0].Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LockOutTheRightOne()
    {
        await _world.StaffAsync("noura", "نورة");
        using var client = _world.Visitor();
        for (var i = 0; i < 5; i++)
        {
            await ConsoleWorld.SignInAsync(client, "noura", "خطأ-خطأ-خطأ");
        }

        var sent = await ConsoleWorld.SignInAsync(client, "noura", ConsoleWorld.Password);

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/console")).StatusCode);
    }

    [Fact]
    public async Task SignIn_TooOften_IsSlowedDown()
    {
        using var client = _world.Visitor();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++)
        {
            answers.Add((await client.GetAsync("/console/sign-in")).StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    [Fact]
    public async Task SignIn_WithoutTheFormsToken_LeadsBackToTheForm()
    {
        await _world.StaffAsync("noura", "نورة");
        using var client = _world.Visitor();

        var sent = await client.PostAsync("/console/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["UserName"] = "noura",
            ["Password"] = ConsoleWorld.Password,
        }));

        Assert.Equal("/console/sign-in?again=1", Path(sent));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/console")).StatusCode);
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        await _world.StaffAsync("noura", "نورة");
        using var client = _world.Visitor();
        await ConsoleWorld.SignInAsync(client, "noura", ConsoleWorld.Password);
        var page = await client.GetStringAsync("/console");

        var sent = await client.PostAsync("/console/sign-out", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = ConsoleWorld.TokenIn(page),
            ["from"] = "bar",
        }));

        Assert.Equal("/console/sign-in", Path(sent));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/console")).StatusCode);
    }

    [Fact]
    public async Task Session_PasswordChangedElsewhere_Ends()
    {
        var noura = await _world.StaffAsync("noura", "نورة");
        using var client = _world.Visitor();
        await ConsoleWorld.SignInAsync(client, "noura", ConsoleWorld.Password);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/console")).StatusCode);

        await using var scope = _world.Host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>();
        var known = await users.FindByIdAsync(noura.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await users.ChangePasswordAsync(known!, ConsoleWorld.Password, "كلمة-أخرى-2026");

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/console")).StatusCode);
    }

    [Fact]
    public async Task Session_AccountSwitchedOff_Ends()
    {
        var noura = await _world.StaffAsync("noura", "نورة");
        using var client = _world.Visitor();
        await ConsoleWorld.SignInAsync(client, "noura", ConsoleWorld.Password);

        await _world.Host.DatabaseAsync(db => db.Users.Where(u => u.Id == noura.Id)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.LockoutEnd, TimeProvider.System.GetUtcNow().AddYears(100))));

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/console")).StatusCode);
    }

    private string Path(HttpResponseMessage answer) => new Uri(_world.Host.Address, answer.Headers.Location!).PathAndQuery;

    private static string Alert(string page)
    {
        var start = page.IndexOf("role=\"alert\"", StringComparison.Ordinal);
        return start < 0 ? string.Empty : page[start..page.IndexOf("<form", start, StringComparison.Ordinal)];
    }
}
