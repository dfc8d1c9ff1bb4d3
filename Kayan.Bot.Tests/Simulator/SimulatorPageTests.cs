using Kayan.Bot.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kayan.Bot.Tests.Simulator;

public sealed class SimulatorPageTests(SimulatorFixture fixture, Browser browser) : IClassFixture<SimulatorFixture>, IClassFixture<Browser>
{
    [ChromiumFact]
    public Task Page_OnAPhone_WritesAndShowsTheAnswer() => WritesAndShowsTheAnswerAsync(390, 844, "+966500000811");

    [ChromiumFact]
    public Task Page_OnADesktop_WritesAndShowsTheAnswer() => WritesAndShowsTheAnswerAsync(1280, 860, "+966500000812");

    [ChromiumFact]
    public async Task Page_ScriptInAMessage_IsShownAsText()
    {
        var page = await OpenAsync(1280, 860, "+966500000813");

        await WriteAsync(page, "<img src=x onerror=\"window.ran=1\">");

        await Expect(page.Locator(".bubble:not(.mine) p")).ToHaveTextAsync("1: <img src=x onerror=\"window.ran=1\">");
        Assert.False(await page.EvaluateAsync<bool>("'ran' in window"));
    }

    private async Task WritesAndShowsTheAnswerAsync(int width, int height, string number)
    {
        var page = await OpenAsync(width, height, number);

        await WriteAsync(page, "السلام عليكم");
        await Expect(page.Locator(".bubble:not(.mine) p")).ToHaveTextAsync("1: السلام عليكم");
        await Expect(page.Locator(".bubble.mine .ticks.read")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "scrolls sideways");

        await page.GetByRole(AriaRole.Tab, new() { Name = "رسائل نصية" }).ClickAsync();
        await WriteAsync(page, "مرحبا");
        await Expect(page.Locator(".bubble:not(.mine) p")).ToHaveTextAsync("1: مرحبا");
        if (Environment.GetEnvironmentVariable("KAYAN_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.GetByRole(AriaRole.Tab, new() { Name = "واتساب" }).ClickAsync();
            await WriteAsync(page, "كيف نخدمك؟\n\n1. حالة طلب\n2. سؤال\n3. موظفة");
            await Expect(page.Locator(".choices")).ToBeVisibleAsync();
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"simulator-{width}.png"), FullPage = true });
        }
    }

    private async Task<IPage> OpenAsync(int width, int height, string number)
    {
        var page = await browser.OpenAsync(width, height);
        await page.GotoAsync($"{fixture.Host.Address}simulator?number={Uri.EscapeDataString(number)}");
        await Expect(page.Locator("#people button")).Not.ToHaveCountAsync(0);
        await Expect(page.Locator("#subtitle")).ToHaveTextAsync(number);
        return page;
    }

    private static async Task WriteAsync(IPage page, string text)
    {
        await page.Locator("#text").FillAsync(text);
        await page.Locator("#text").PressAsync("Enter");
    }
}
