namespace Kayan.Bot.Tests.Harness;

public sealed class BrowserTests(Browser browser) : IClassFixture<Browser>
{
    [ChromiumFact]
    public async Task Browser_NewVisitor_HasAnArabicBrowser()
    {
        var page = await browser.OpenAsync();
        await page.SetContentAsync("<p dir=rtl>أهلًا</p>");

        Assert.Equal("ar-SA", await page.EvaluateAsync<string>("navigator.language"));
        Assert.Equal("أهلًا", await page.InnerTextAsync("p"));
    }
}
