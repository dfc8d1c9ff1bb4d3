using System.Net;
using System.Text;
using Kayan.Bot.Tests.Channels.WebChat;
using Kayan.Bot.Tests.Harness;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

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
        using var foreign = new HttpListener();
        var site = $"http://127.0.0.1:{FreePort.Next()}/";
        foreign.Prefixes.Add(site);
        foreign.Start();
        var page = await browser.OpenAsync();
        var refused = new TaskCompletionSource<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("frame-ancestors", StringComparison.Ordinal))
            {
                refused.TrySetResult(message.Text);
            }
        };
        var going = page.GotoAsync(site, new() { WaitUntil = WaitUntilState.Commit });
        var visit = await foreign.GetContextAsync();
        visit.Response.ContentType = "text/html";
        visit.Response.Close(Encoding.UTF8.GetBytes($"<iframe src='{Origin}/chat'></iframe>"), willBlock: true);
        await going;

        Assert.Contains("'self'", await refused.Task.WaitAsync(TimeSpan.FromSeconds(30)), StringComparison.Ordinal);
    }
}
