using Kayan.Bot.Faq;
using Kayan.Bot.Security;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kayan.Bot.Tests.Console;

/// <summary>Managers change what the bot answers; everybody else reads it.</summary>
public sealed class QuestionPageTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private ConsoleWorld _world = null!;

    public async Task InitializeAsync()
    {
        SetDefaultExpectTimeout(20_000);
        _world = await ConsoleWorld.StartAsync();
        await _world.StaffAsync("maha", "مها المديرة", StaffRoles.Manager);
        await _world.StaffAsync("noura", "نورة");
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [ChromiumFact]
    public async Task Manager_ChangesAnAnswer_AndTriesIt()
    {
        var page = await _world.SignInAsync(browser, "maha", "/console/questions/office-hours");
        var answer = page.Locator("#answer-ar");
        await answer.FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "حفظ" }).ClickAsync();
        await Expect(page.GetByText("أكمل السؤال والجواب باللغتين.")).ToBeVisibleAsync();

        await answer.FillAsync("نستقبلكم من الأحد إلى الخميس.");
        await page.Locator("#phrasings").FillAsync(await page.Locator("#phrasings").InputValueAsync() + "\nتشتغلون وقت الاختبارات");
        await page.GetByRole(AriaRole.Button, new() { Name = "حفظ" }).ClickAsync();
        await Expect(page.GetByText("حُفظ.")).ToBeVisibleAsync();
        await Expect(page.GetByText("مها المديرة").First).ToBeVisibleAsync();

        await page.GotoAsync(new Uri(_world.Host.Address, "/console/questions?words=الأحد").ToString());
        await ConsoleWorld.InteractiveAsync(page);
        await Expect(page.Locator("a.card[href$=office-hours]")).ToBeVisibleAsync();
        var library = _world.Host.Services.GetRequiredService<FaqLibrary>();
        while (!library.Find("office-hours")!.Phrasings.Contains("تشتغلون وقت الاختبارات"))
        {
            await Task.Delay(100);
        }

        await page.Locator("#try").FillAsync("تشتغلون وقت الاختبارات");
        await page.GetByRole(AriaRole.Button, new() { Name = "جرّب" }).ClickAsync();
        await Expect(page.GetByText("يجيب المساعد عن:")).ToBeVisibleAsync();
        await Expect(page.Locator(".tried a")).ToHaveAttributeAsync("href", "/console/questions/office-hours");
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task SocialWorker_ReadsAndCannotChange()
    {
        var page = await _world.SignInAsync(browser, "noura", "/console/questions/office-hours");

        await Expect(page.Locator("#answer-ar")).ToBeDisabledAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "حفظ" })).ToHaveCountAsync(0);
        Assert.Empty(await _world.Host.DatabaseAsync(db => db.Set<FaqChange>().ToListAsync()));
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task UnknownQuestion_LooksAbsent()
    {
        var page = await _world.SignInAsync(browser, "noura", "/console/questions");
        var answer = await page.GotoAsync(new Uri(_world.Host.Address, "/console/questions/no-such-key").ToString());

        Assert.Equal(404, answer!.Status);
        await page.Context.CloseAsync();
    }
}
