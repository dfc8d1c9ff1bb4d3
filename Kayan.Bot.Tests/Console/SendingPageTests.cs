using Kayan.Bot.Incidents;
using Kayan.Bot.Security;
using Kayan.Bot.Templates;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kayan.Bot.Tests.Console;

/// <summary>Managers see what is wrong with sending, and where WhatsApp's approvals stand.</summary>
public sealed class SendingPageTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("KAYAN_SCREENS");

    private ConsoleWorld _world = null!;

    public async Task InitializeAsync()
    {
        SetDefaultExpectTimeout(20_000);
        _world = await ConsoleWorld.StartAsync();
        await _world.StaffAsync("maha", "مها المديرة", StaffRoles.Manager);
        await _world.StaffAsync("noura", "نورة");
        var log = _world.Host.Services.GetRequiredService<IncidentLog>();
        await log.RaiseAsync(IncidentKind.TemplateRejected, "rating_request (ar)", "INVALID_FORMAT", default);
        await log.RaiseAsync(IncidentKind.ProviderRefuses, "20003", null, default);
        await log.RaiseAsync(IncidentKind.ProviderRefuses, "20003", null, default);
        await _world.Host.DatabaseAsync(async db =>
        {
            var template = TemplateFile.Find("rating_request", "ar")!;
            db.ContentTemplates.Add(new ContentTemplate
            {
                Name = template.Name,
                Language = "ar",
                Version = template.Version,
                Sid = "HX00000000000000000000000000000001",
                Category = "UTILITY",
                Variables = "number",
                State = ApprovalState.Rejected,
                Reason = "INVALID_FORMAT",
                CheckedAt = TimeProvider.System.GetUtcNow(),
            });
            return await db.SaveChangesAsync();
        });
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [ChromiumFact]
    public async Task Manager_SeesWhatIsWrong_AndSaysThatItIsSeenTo()
    {
        foreach (var width in (int[])[390, 1280])
        {
            var page = await _world.SignInAsync(browser, "maha", "/console");
            await page.SetViewportSizeAsync(width, 860);
            await page.Locator(".alarm-band a").ClickAsync();
            await Expect(page.Locator("#incidents + ul > li, #incidents ~ ul > li").First).ToBeVisibleAsync();
            await ConsoleWorld.InteractiveAsync(page);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"scrolls sideways at {width}");
            if (Folder is not null)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"sending-{width}.png"), FullPage = true });
            }

            await page.Context.CloseAsync();
        }

        var sending = await _world.SignInAsync(browser, "maha", "/console/sending");
        await ConsoleWorld.InteractiveAsync(sending);
        await Expect(sending.GetByText("بيانات حسابنا لدى مزود الإرسال غير صحيحة")).ToBeVisibleAsync();
        await Expect(sending.GetByText("تكرر 2 مرات")).ToBeVisibleAsync();
        await Expect(sending.GetByText("طلب التقييم – العربية")).ToHaveCountAsync(2); // the incident and the template
        await Expect(sending.GetByText("مرفوض", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(sending.GetByText("رسائل خدمة").First).ToBeVisibleAsync();
        await sending.GetByRole(AriaRole.Button, new() { Name = "عولج" }).First.ClickAsync();
        await Expect(sending.GetByRole(AriaRole.Button, new() { Name = "عولج" })).ToHaveCountAsync(1);
        await Eventually.HoldsAsync(() => _world.Host.DatabaseAsync(db => db.Incidents.AnyAsync(i => i.ClosedBy == "maha")));
        await sending.GetByRole(AriaRole.Button, new() { Name = "عولج" }).ClickAsync();
        await Expect(sending.GetByText("لا شيء الآن.")).ToBeVisibleAsync();
        await sending.GotoAsync(new Uri(_world.Host.Address, "/console").ToString());
        await Expect(sending.GetByRole(AriaRole.Link, new() { Name = "الإرسال وقوالب واتساب" })).ToBeVisibleAsync();
        await sending.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task SocialWorker_SeesNoneOfIt()
    {
        var page = await _world.SignInAsync(browser, "noura", "/console");

        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Expect(page.Locator(".alarm-band")).ToHaveCountAsync(0);
        await Expect(page.Locator("a[href='/console/sending']")).ToHaveCountAsync(0);
        var answer = await page.GotoAsync(new Uri(_world.Host.Address, "/console/sending").ToString());
        Assert.Equal(404, answer!.Status);
        await Expect(page.GetByText("INVALID_FORMAT")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }
}
