using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kayan.Bot.Tests.Console;

public sealed class ConsoleBrowserTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private readonly List<IPage> _pages = [];
    private ConsoleWorld _world = null!;

    public async Task InitializeAsync()
    {
        SetDefaultExpectTimeout(20_000);
        _world = await ConsoleWorld.StartAsync();
        await _world.StaffAsync("noura", "نورة العتيبي");
        await _world.StaffAsync("huda", "هدى");
    }

    public async Task DisposeAsync()
    {
        foreach (var page in _pages)
        {
            await page.Context.CloseAsync();
        }

        await _world.DisposeAsync();
    }

    [ChromiumFact]
    public async Task Worker_TakesWritesAndGivesBack_WhileAColleagueCanOnlyRead()
    {
        await _world.RequestAsync("أم سارة الحربي", "دعم تعليمي", "+966500000001", RequestStage.DataCheck);
        var id = await _world.ConversationAsync(ChannelKind.WhatsApp, "+966500000001", null,
            (Author.Person, "السلام عليكم، وين وصل طلبي؟"), (Author.Bot, "وعليكم السلام."), (Author.Person, "ابي اكلم موظفة"));
        var noura = await SignedInAsync("noura");
        await Expect(noura.GetByText("لا أحد ينتظر")).ToBeVisibleAsync();

        await _world.WaitsAsync(id);
        _world.Host.Services.GetRequiredService<ConversationFeed>().Publish(id);
        await noura.GetByText("أم سارة الحربي").ClickAsync();
        await Expect(noura.GetByText("ابي اكلم موظفة")).ToBeVisibleAsync();
        await Expect(noura.Locator("#composer")).ToHaveCountAsync(0);

        var huda = await SignedInAsync("huda", 390, 844);
        await OpenAsync(huda, $"/console/conversations/{id}");
        await noura.GetByRole(AriaRole.Button, new() { Name = "أستلم المحادثة" }).ClickAsync();
        await noura.Locator("#composer").FillAsync("أهلًا أم سارة، معك نورة.\nطلبك رقم 4567 في مطابقة البيانات.");
        await Expect(huda.Locator(".state")).ToHaveTextAsync("مع نورة العتيبي");
        await Expect(huda.Locator("#composer")).ToHaveCountAsync(0);

        await noura.GetByRole(AriaRole.Button, new() { Name = "إرسال" }).ClickAsync();
        await Expect(noura.Locator(".bubble.worker")).ToContainTextAsync("معك نورة");
        await Expect(noura.Locator("#composer")).ToHaveValueAsync(string.Empty);
        await Expect(huda.Locator(".bubble.worker")).ToContainTextAsync("معك نورة");

        await PersonWritesAsync(id, "جزاكم الله خير");
        await Expect(noura.Locator(".bubble.person").Last).ToContainTextAsync("جزاكم الله خير");

        await noura.GetByRole(AriaRole.Button, new() { Name = "أعد إلى المساعد الآلي" }).ClickAsync();
        await noura.Locator(".choice").First.ClickAsync();
        await noura.GetByRole(AriaRole.Button, new() { Name = "إعادة المحادثة" }).ClickAsync();
        await Expect(noura.Locator(".state")).ToHaveTextAsync("مع المساعد الآلي");

        var handoff = await _world.Host.DatabaseAsync(db => db.Handoffs.AsNoTracking().SingleAsync());
        Assert.Equal((HandoffState.Closed, "أُجيب عن السؤال"), (handoff.State, handoff.Outcome));
    }

    [ChromiumFact]
    public async Task Worker_MovesARequest_AndTheOneWhoComesSecondIsTold()
    {
        var request = await _world.RequestAsync("أم سارة الحربي", "دعم تعليمي", "+966500000001");
        var noura = await SignedInAsync("noura");
        var huda = await SignedInAsync("huda", 390, 844);
        await OpenAsync(huda, $"/console/requests/{request.Number}");

        await noura.GetByRole(AriaRole.Link, new() { Name = "الطلبات", Exact = true }).ClickAsync();
        await noura.GetByText(request.Number).ClickAsync();
        await MoveAsync(noura, "مطابقة البيانات");
        await Expect(noura.GetByText("نُقل الطلب إلى مرحلة «مطابقة البيانات».")).ToBeVisibleAsync();
        await Expect(noura.GetByRole(AriaRole.Button, new() { Name = "لجنة البحث" })).ToBeVisibleAsync();

        await MoveAsync(huda, "سحب الطلب");
        await Expect(huda.GetByText("سبقك زميل إلى تغيير هذا الطلب. هذه بياناته الآن.")).ToBeVisibleAsync();

        await noura.GetByRole(AriaRole.Button, new() { Name = "استكمال المتطلبات" }).ClickAsync();
        await noura.Locator("#more-papers").FillAsync("صك الحضانة");
        await noura.GetByRole(AriaRole.Button, new() { Name = "تأكيد النقل" }).ClickAsync();
        await Expect(noura.Locator(".papers:not(.planned)")).ToContainTextAsync("صك الحضانة");

        var moved = await _world.Host.DatabaseAsync(db => db.Requests.AsNoTracking().Include(r => r.History).SingleAsync());
        Assert.Equal(RequestStage.DocumentsNeeded, moved.Stage);
        Assert.Equal(3, moved.History.Count);
    }

    [ChromiumFact]
    public async Task HostileWords_NeverRun()
    {
        string[] payloads =
        [
            "<script>window.hacked=1</script>", "<img src=x onerror='window.hacked=1'>", "<svg onload=window.hacked=1>",
            "javascript:window.hacked=1", "\"><script>window.hacked=1</script>", "'-window.hacked=1-'",
            "<a href='javascript:window.hacked=1'>x</a>",
            "<iframe srcdoc='<script>parent.hacked=1</script>'></iframe>", "<details open ontoggle=window.hacked=1>",
            "{{constructor.constructor('window.hacked=1')()}}",
            "<style>@import 'javascript:window.hacked=1';</style>",
            "</textarea><script>window.hacked=1</script>", "<body onload=window.hacked=1>",
            "<math><mtext><script>window.hacked=1</script></mtext></math>", "\u202E<script>window.hacked=1</script>",
            "&lt;script&gt;window.hacked=1&lt;/script&gt;",
        ];
        var request = await _world.RequestAsync(payloads[0], payloads[1], "+966500000001", RequestStage.DataCheck);
        var id = await _world.ConversationAsync(ChannelKind.WhatsApp, "+966500000001", null,
            [.. payloads.SelectMany(p => new[] { (Author.Person, p), (Author.Bot, p), (Author.Worker, p) })]);
        await _world.WaitsAsync(id);
        var page = await SignedInAsync("noura");

        string[] paths = ["/console", "/console/requests", $"/console/requests/{request.Number}", $"/console/conversations/{id}"];
        foreach (var path in paths)
        {
            await OpenAsync(page, path);
            Assert.Null(await page.EvaluateAsync<int?>("() => window.hacked ?? null"));
        }

        await Expect(page.Locator(".bubble.person")).ToHaveCountAsync(payloads.Length);
    }

    [ChromiumFact]
    public async Task Unsent_AfterAReload_IsStillThere()
    {
        var id = await _world.ConversationAsync(ChannelKind.WebChat, "dl_1", null, (Author.Person, "ابي موظفة"));
        await _world.WaitsAsync(id);
        var page = await SignedInAsync("noura");
        await OpenAsync(page, $"/console/conversations/{id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "أستلم المحادثة" }).ClickAsync();
        await page.Locator("#composer").FillAsync("لم أكملها بعد");

        await page.ReloadAsync();

        await Expect(page.Locator("#composer")).ToHaveValueAsync("لم أكملها بعد");
    }

    [ChromiumFact]
    public async Task WindowClosed_SaysSoKindlyAndTakesNoText()
    {
        var id = await _world.ConversationAsync(ChannelKind.WhatsApp, "+966500000009",
            TimeProvider.System.GetUtcNow().AddHours(-30), (Author.Person, "ابي موظفة"));
        await _world.WaitsAsync(id);
        var page = await SignedInAsync("noura", 390, 844);
        await OpenAsync(page, $"/console/conversations/{id}");

        await page.GetByRole(AriaRole.Button, new() { Name = "أستلم المحادثة" }).ClickAsync();

        await Expect(page.GetByText("مضى أكثر من 24 ساعة")).ToBeVisibleAsync();
        await Expect(page.Locator("#composer")).ToHaveCountAsync(0);
    }

    private static async Task MoveAsync(IPage page, string stage)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = stage }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "تأكيد النقل" }).ClickAsync();
    }

    private Task<long> PersonWritesAsync(long id, string text) => _world.Host.DatabaseAsync(async db =>
    {
        db.Messages.Add(new Message
        {
            ConversationId = id,
            Author = Author.Person,
            Text = text,
            Activity = "{\"type\":\"message\"}",
            At = TimeProvider.System.GetUtcNow(),
        });
        await db.SaveChangesAsync();
        _world.Host.Services.GetRequiredService<ConversationFeed>().Publish(id);
        return id;
    });

    private async Task<IPage> SignedInAsync(string userName, int width = 1280, int height = 860)
    {
        var page = await _world.SignInAsync(browser, userName, width: width, height: height);
        _pages.Add(page);
        return page;
    }

    private async Task OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(new Uri(_world.Host.Address, path).ToString());
        await ConsoleWorld.InteractiveAsync(page);
    }

}
