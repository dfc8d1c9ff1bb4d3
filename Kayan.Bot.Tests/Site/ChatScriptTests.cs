using Kayan.Bot.Tests.Channels.WebChat;
using Kayan.Bot.Tests.Harness;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Site;

public sealed class ChatScriptTests(Browser browser) : ChatTests, IClassFixture<Browser>
{
    private protected override KayanHost Configure(KayanHost host) => host.With(services => services.AddScoped<IBot, ScriptBot>());

    [ChromiumFact]
    public async Task Chat_ScriptInMessages_NeverRuns()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync($"{Origin}/chat");
        await page.GetByText(ScriptBot.Last).First.WaitForAsync();

        Assert.False(await page.EvaluateAsync<bool>("'hacked' in window"));
        Assert.Equal(0, await page.Locator("#webchat script, #webchat iframe, #webchat object, #webchat a[href^='javascript:' i], #webchat a[href^='data:' i]").CountAsync());
    }

    [ChromiumFact]
    public async Task Chat_InTheFrameOfAForeignSite_IsNotShown()
    {
        var page = await browser.OpenAsync();
        await page.RouteAsync("http://evil.example/", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<iframe src='{Origin}/chat'></iframe>",
        }));
        var refused = new TaskCompletionSource<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("frame-ancestors", StringComparison.Ordinal))
            {
                refused.TrySetResult(message.Text);
            }
        };
        await page.GotoAsync("http://evil.example/");

        Assert.Contains("'self'", await refused.Task.WaitAsync(TimeSpan.FromSeconds(30)), StringComparison.Ordinal);
    }
}
