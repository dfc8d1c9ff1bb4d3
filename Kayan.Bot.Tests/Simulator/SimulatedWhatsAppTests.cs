using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kayan.Bot.Tests.Simulator;

/// <summary>The simulated phone with the real dialogs: buttons, lists, the window, templates, failures.</summary>
public sealed class SimulatedWhatsAppTests(SimulatedServiceFixture fixture, Browser browser) : IClassFixture<SimulatedServiceFixture>, IClassFixture<Browser>
{
    private const string Key = "kayan-dev-2f6c1b0e9d8a47539c41";

    [ChromiumFact]
    public Task Phone_OfABeneficiary_ShowsWhatWhatsAppShows_OnAPhone() => ShowsWhatWhatsAppShowsAsync(390, 844, "+966500000001", "Approved", "Registration");

    [ChromiumFact]
    public Task Phone_OfABeneficiary_ShowsWhatWhatsAppShows_OnADesktop() => ShowsWhatWhatsAppShowsAsync(1280, 860, "+966500000004", "CommitteeReview", "Approved");

    private async Task ShowsWhatWhatsAppShowsAsync(int width, int height, string number, string first, string second)
    {
        var request = await fixture.Host.DatabaseAsync(db => (
            from address in db.Addresses
            where address.Value == number
            join of in db.Requests on address.PersonId equals of.PersonId
            select of.Number).FirstAsync());
        var page = await browser.OpenAsync(width, height);
        await page.GotoAsync($"{fixture.Host.Address}simulator?number={Uri.EscapeDataString(number)}");
        await Expect(page.Locator("#subtitle")).ToHaveTextAsync(number);

        // A list that opens, and a row that is tapped.
        await WriteAsync(page, "القائمة");
        await page.Locator(".menu summary").Last.ClickAsync();
        await page.Locator(".menu button").First.ClickAsync();
        await Expect(page.Locator(".bubble.mine")).ToHaveCountAsync(2);
        await Expect(page.Locator(".bubble:not(.mine)").Last).ToContainTextAsync("مرحلة");
        await Expect(page.Locator("#window")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^23:5"));

        // The window closes: the next news comes as an approved template with its button.
        await page.Locator("#silence").ClickAsync();
        await Expect(page.Locator("#window")).ToHaveTextAsync("انتهت المهلة");
        await MoveAsync(request, first);
        var template = page.Locator(".bubble:has(.tag)").First;
        await Expect(template).ToContainTextAsync(request, new() { Timeout = 60_000 });
        await Expect(template.Locator(".buttons button")).ToHaveTextAsync("حالة طلبي");
        await Expect(template.Locator(".ticks.read")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "scrolls sideways");
        if (Environment.GetEnvironmentVariable("KAYAN_SCREENS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"simulator-template-{width}.png"), FullPage = true });
        }

        // A failure on demand: what WhatsApp does not bring comes as a text message.
        await page.Locator("#trouble").SelectOptionAsync("63003 later");
        await MoveAsync(request, second);
        await Expect(page.Locator(".bubble .code").First).ToHaveTextAsync("63003", new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Tab, new() { Name = "رسائل نصية" }).ClickAsync();
        await Expect(page.Locator(".bubble:not(.mine)").Last).ToContainTextAsync(request, new() { Timeout = 60_000 });
    }

    private async Task MoveAsync(string request, string stage)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/requests/{request}/stage", UriKind.Relative));
        message.Headers.Add("X-Api-Key", Key);
        message.Content = new StringContent($$"""{"to":"{{stage}}","reason":"نواقص"}""", System.Text.Encoding.UTF8, "application/json");
        using var response = await fixture.Host.Client.SendAsync(message);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task WriteAsync(IPage page, string text)
    {
        await page.Locator("#text").FillAsync(text);
        await page.Locator("#text").PressAsync("Enter");
    }
}
