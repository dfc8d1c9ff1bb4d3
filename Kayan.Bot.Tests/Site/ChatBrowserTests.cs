using Kayan.Bot.Tests.Channels.WebChat;
using Kayan.Bot.Tests.Harness;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Kayan.Bot.Tests.Site;

/// <summary>The pages in a real browser. With KAYAN_SCREENSHOTS set to a folder they leave pictures there.</summary>
public sealed class ChatBrowserTests(Browser browser) : ChatTests, IClassFixture<Browser>
{
    private static readonly string? Screenshots = Environment.GetEnvironmentVariable("KAYAN_SCREENSHOTS");

    private protected override KayanHost Configure(KayanHost host) => host.With(services => services.AddScoped<IBot, GreetingBot>());

    [ChromiumFact]
    public Task Bubble_OnAPhone_AnswersAndSurvivesAReload() => AskAsync(390, 800);

    [ChromiumFact]
    public Task Bubble_OnADesktop_AnswersAndSurvivesAReload() => AskAsync(1280, 860);

    [ChromiumFact]
    public async Task Chat_Page_IsArabicFromRightToLeft()
    {
        var page = await browser.OpenAsync();
        var trouble = Watch(page);
        await OpenChatAsync(page);

        Assert.Equal("rtl", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('#webchat [dir]')).direction"));
        Assert.Equal("اكتب رسالتك", await page.Locator(SendBox).GetAttributeAsync("placeholder"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.Locator(SendBox).EvaluateAsync<bool>("box => box === document.activeElement"));
        await SayAsync(page.Locator("#webchat"), "السلام عليكم");
        await PictureAsync(page, "chat-1280");
        Assert.True(trouble.Count == 0, string.Join(Environment.NewLine, trouble));
    }

    [ChromiumFact]
    public async Task Chat_FileThatIsNotTaken_SaysWhichAre()
    {
        var page = await browser.OpenAsync(390, 800);
        await OpenChatAsync(page);

        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "طلب.docx", MimeType = "application/msword", Buffer = [0xD0, 0xCF, 0x11, 0xE0] });
        await page.Locator(SendBox).PressAsync("Enter");

        await Assertions.Expect(page.GetByText("نستقبل الصور وملفات PDF")).ToBeVisibleAsync();
        await PictureAsync(page, "chat-refused-390");
    }

    [ChromiumFact]
    public async Task Chat_EndedByTheVisitor_StartsAnew()
    {
        var page = await browser.OpenAsync();
        await OpenChatAsync(page);
        await SayAsync(page.Locator("#webchat"), "رسالة خاصة");
        await page.GetByRole(AriaRole.Button, new() { Name = "محادثة جديدة" }).ClickAsync();
        await Assertions.Expect(page.GetByText("رسالة خاصة")).ToHaveCountAsync(0); // the page loads again
        await page.GetByText(GreetingBot.Greeting).First.WaitForAsync();

        Assert.Equal(0, await page.GetByText("رسالة خاصة").CountAsync());
    }

    [ChromiumFact]
    public async Task Chat_TwoVisitors_SeeOnlyTheirOwn()
    {
        var first = await browser.OpenAsync();
        var second = await browser.OpenAsync();
        await OpenChatAsync(first);
        await OpenChatAsync(second);
        await SayAsync(first.Locator("#webchat"), "من الأولى");
        await SayAsync(second.Locator("#webchat"), "من الثانية");

        Assert.Equal(0, await first.GetByText("من الثانية").CountAsync());
        Assert.Equal(0, await second.GetByText("من الأولى").CountAsync());
    }

    private const string SendBox = "[data-id=webchat-sendbox-input]";

    private async Task AskAsync(int width, int height)
    {
        var page = await browser.OpenAsync(width, height);
        var trouble = Watch(page);
        var requested = new List<string>();
        page.Request += (_, request) => requested.Add(request.Url);
        await page.GotoAsync(Origin);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await PictureAsync(page, $"home-{width}");
        Assert.DoesNotContain(requested, url => url.Contains("webchat", StringComparison.Ordinal));

        await page.GetByRole(AriaRole.Button, new() { Name = "تحدّثوا معنا" }).ClickAsync();
        var chat = page.FrameLocator("#kayan-chat iframe").Locator("#webchat");
        await chat.GetByText(GreetingBot.Greeting).First.WaitForAsync();
        await PictureAsync(page, $"bubble-{width}");
        await SayAsync(chat, "ما خدمات الجمعية؟");
        await PictureAsync(page, $"answer-{width}");

        await page.ReloadAsync();
        await chat.GetByText("وصلتنا رسالتكم: ما خدمات الجمعية؟").First.WaitForAsync();
        Assert.Equal(1, await chat.Locator(".webchat__bubble").Filter(new() { HasText = GreetingBot.Greeting }).CountAsync());
        await SayAsync(chat, "شكرًا");
        await PictureAsync(page, $"reload-{width}");
        Assert.True(trouble.Count == 0, string.Join(Environment.NewLine, trouble));
    }

    /// <summary>Before the greeting is there, Web Chat is not connected and keeps what is typed in the box.</summary>
    private async Task OpenChatAsync(IPage page)
    {
        await page.GotoAsync($"{Origin}/chat");
        await page.GetByText(GreetingBot.Greeting).First.WaitForAsync();
    }

    private static async Task SayAsync(ILocator chat, string text)
    {
        await chat.Locator(SendBox).FillAsync(text);
        await chat.Locator(SendBox).PressAsync("Enter");
        await chat.GetByText($"وصلتنا رسالتكم: {text}").First.WaitForAsync();
    }

    /// <summary>What the page complains of: a breach of the policy or a failed script stands here.</summary>
    private static List<string> Watch(IPage page)
    {
        var trouble = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                trouble.Add($"{message.Text} {message.Location}");
            }
        };
        page.PageError += (_, error) => trouble.Add(error);
        return trouble;
    }

    private static Task PictureAsync(IPage page, string name) =>
        Screenshots is null ? Task.CompletedTask : page.ScreenshotAsync(new() { Path = Path.Combine(Screenshots, name + ".png") });
}
