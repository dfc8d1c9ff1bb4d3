using Kayan.Bot.Domain.People;
using Kayan.Bot.Tests.Harness;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kayan.Bot.Tests.Console;

/// <summary>A console page that stays open sends no requests: its account is looked at all the same.</summary>
[Collection(WholeMachine.Name)]
public sealed class OpenPageTests(Browser browser) : IClassFixture<Browser>
{
    [ChromiumFact]
    public async Task Link_FollowedBeforeThePageIsReady_LeadsToItsPage()
    {
        SetDefaultExpectTimeout(20_000);
        await using var world = await ConsoleWorld.StartAsync();
        await world.StaffAsync("noura", "نورة");
        await world.WaitsAsync(await world.ConversationAsync(ChannelKind.WhatsApp, "+966500000001"));
        for (var visit = 0; visit < 10; visit++)
        {
            var page = await browser.OpenAsync();
            await page.GotoAsync(new Uri(world.Host.Address, "/console").ToString());
            await page.Locator("#user-name").FillAsync("noura");
            await page.Locator("#password").FillAsync(ConsoleWorld.Password);
            await page.Locator("button.primary").ClickAsync();
            await page.Locator("a.card").First.WaitForAsync();
            await page.EvaluateAsync("document.querySelector('a.card').click()");

            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "أستلم المحادثة" })).ToBeEnabledAsync();
            await page.Context.CloseAsync();
        }
    }

    [ChromiumFact]
    public async Task OpenPage_AccountSwitchedOff_EndsByItself()
    {
        SetDefaultExpectTimeout(20_000);
        await using var world = await ConsoleWorld.StartAsync(host => host.With(services =>
            services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMilliseconds(300))));
        var noura = await world.StaffAsync("noura", "نورة");
        var page = await world.SignInAsync(browser, "noura");
        await Expect(page.GetByText("لا أحد ينتظر")).ToBeVisibleAsync();

        await world.Host.DatabaseAsync(db => db.Users.Where(u => u.Id == noura.Id)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.LockoutEnd, TimeProvider.System.GetUtcNow().AddYears(100))));

        await page.WaitForURLAsync("**/console/sign-in");
        await page.Context.CloseAsync();
    }
}
