using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Tests.Harness;
using Microsoft.Playwright;

namespace Kayan.Bot.Tests.Console;

/// <summary>Every page on a phone and on a desk. With KAYAN_SCREENS set to a folder, the pictures are kept there to be looked at.</summary>
public sealed class ScreenTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("KAYAN_SCREENS");

    private ConsoleWorld _world = null!;
    private long _conversation;

    public async Task InitializeAsync() => _world = await ConsoleWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [ChromiumFact]
    public async Task EveryPage_PhoneAndDesk_FitsAndCanBeTouched()
    {
        var paths = await FurnishAsync();
        foreach (var width in new[] { 390, 1280 })
        {
            var page = await browser.OpenAsync(width, width == 390 ? 844 : 860);
            var complaints = new List<string>();
            page.Console += (_, said) => complaints.Add(said.Text);
            await page.GotoAsync(Address("/console/sign-in"));
            await CheckAsync(page, "sign-in", width);
            await page.Locator("#user-name").FillAsync("noura");
            await page.Locator("#password").FillAsync(ConsoleWorld.Password);
            await page.GetByRole(AriaRole.Button, new() { Name = "دخول" }).ClickAsync();
            foreach (var (name, path) in paths)
            {
                await page.GotoAsync(Address(path));
                await ConsoleWorld.InteractiveAsync(page);
                await CheckAsync(page, name, width);
            }

            await page.Locator(".conversation-head button").ClickAsync();
            await page.Locator("#composer, .panel").First.WaitForAsync();
            await CheckAsync(page, "conversation-mine", width);
            await page.GetByRole(AriaRole.Button, new() { Name = "أعد إلى المساعد الآلي" }).ClickAsync();
            await CheckAsync(page, "conversation-give-back", width);
            await page.GetByRole(AriaRole.Button, new() { Name = "إلغاء" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "أعد إلى المساعد الآلي" }).ClickAsync();
            await page.Locator(".choice").First.ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "إعادة المحادثة" }).ClickAsync();
            await page.Locator(".state.bot").WaitForAsync();
            await _world.WaitsAsync(_conversation, 1);
            Assert.DoesNotContain(complaints, said => said.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase));
            await page.Context.CloseAsync();
        }
    }

    private async Task<(string Name, string Path)[]> FurnishAsync()
    {
        await _world.StaffAsync("noura", "نورة العتيبي");
        var request = await _world.RequestAsync("أم سارة عبدالله الحربي", "دعم تعليمي", "+966500000001",
            RequestStage.DataCheck, RequestStage.DocumentsNeeded, RequestStage.DataCheck);
        await _world.RequestAsync("فهد سالم القحطاني", "تحديث بيانات الأسرة الكافلة", "+966500000002");
        await _world.RequestAsync("منيرة أحمد", "كسوة الشتاء", "+966500000003", RequestStage.DataCheck, RequestStage.CommitteeReview);
        _conversation = await _world.ConversationAsync(ChannelKind.WhatsApp, "+966500000001", TimeProvider.System.GetUtcNow().AddHours(-2),
            (Author.Person, "السلام عليكم"), (Author.Bot, "وعليكم السلام ورحمة الله، أهلًا بك في جمعية كيان للأيتام."),
            (Author.Bot, "كيف يمكنني خدمتك؟\n1. سؤال\n2. حالة طلب\n3. التحدث مع موظف"),
            (Author.Person, "طلب رقم 4567 (تحديث IBAN) بتاريخ 12/6/1448 وين وصل؟ جوالي +966 50 000 0001"),
            (Author.Bot, "طلبك في مرحلة مطابقة البيانات."), (Author.Person, "ابي اكلم موظفة لو سمحتوا"));
        await _world.WaitsAsync(_conversation, 12);
        var web = await _world.ConversationAsync(ChannelKind.WebChat, "dl_1", null, (Author.Person, "عندي سؤال عن الحضانة"));
        await _world.WaitsAsync(web, 95, HandoffReason.NotUnderstood, Urgency.High);
        return
        [
            ("work", "/console"), ("requests", "/console/requests"), ("request", $"/console/requests/{request.Number}"),
            ("questions", "/console/questions"), ("question", "/console/questions/office-hours"),
            ("not-found", "/console/conversations/987654"), ("conversation-waiting", $"/console/conversations/{_conversation}"),
        ];
    }

    private static async Task CheckAsync(IPage page, string name, int width)
    {
        if (Folder is { Length: > 0 })
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{width}.png"), FullPage = true });
        }

        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(wide <= 0, $"{name} at {width} is {wide} px too wide");
        var small = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')]
              .filter(e => e.checkVisibility() && !e.closest('.unseen, .skip, .choice, tr'))
              .filter(e => { const box = e.getBoundingClientRect(); return box.width > 0 && box.height < 43.5; })
              .map(e => e.outerHTML.slice(0, 90))
            """);
        Assert.Empty(small);
    }

    private string Address(string path) => new Uri(_world.Host.Address, path).ToString();
}
