using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Seed;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Kayan.Bot.Tests.Story;

/// <summary>The main job from end to end through public surfaces only: HTTP, WebSocket, a provider over HTTP, and a browser.</summary>
[Collection(WholeMachine.Name)]
public sealed partial class StoryTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private const string SendBox = "[data-id=webchat-sendbox-input]";

    private static readonly DemoPerson Munira = DemoData.People[0];

    private readonly KayanHost _host = new();
    private FakeTwilio _twilio = null!;
    private HttpClient _http = null!;
    private FakeTwilioPhone _phone = null!;

    public async Task InitializeAsync()
    {
        _twilio = await FakeTwilio.StartAsync();
        await _host
            .With("Seed:Demo", "true")
            .With(_twilio)
            .With(services => services.AddSingleton<TimeProvider>(new OfficeClock()))
            .StartAsync();
        _http = new HttpClient();
        _phone = _twilio.Phone(_host, Munira.Phone);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [ChromiumFact]
    public async Task TheMainJob_FromTheFirstQuestionToTheCaseFile()
    {
        await AsksInDialectAsync();
        await AsksWhereTheRequestIsAsync();
        await StageMovesAndTheServiceWritesFirstAsync();
        await AnswersWithARatingAsync();
        await TalksToAHumanAsync();
        await AsksOnTheWebsiteAsync();
        await EverythingStandsInTheCaseFileAsync();
    }

    private async Task AsksInDialectAsync()
    {
        await _phone.WhatsAppAsync("متى ياخذون قرار في طلبي ياولدي");
        await ReceivesAsync("أسبوعين");
        await _phone.WhatsAppAsync("ايه");
        await ReceivesAsync("سيصلك جديد طلبك هنا");
    }

    private async Task AsksWhereTheRequestIsAsync()
    {
        await _phone.WhatsAppAsync("وين وصل طلبي");
        var answer = await ReceivesAsync($"{Munira.RequestNumber}");
        Assert.Contains("لجنة البحث", answer.Body, StringComparison.Ordinal);
    }

    private async Task StageMovesAndTheServiceWritesFirstAsync()
    {
        using var move = new HttpRequestMessage(HttpMethod.Post, new Uri(_host.Address, $"/api/v1/requests/{Munira.RequestNumber}/stage"))
        {
            Content = JsonContent.Create(new { to = "Approved", reason = "اكتملت الدراسة" }),
        };
        move.Headers.Add("X-Api-Key", DemoData.ApiKey);
        using var answer = await _http.SendAsync(move);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        await ReceivesAsync("جديد");
        var rating = await ReceivesAsync("التقييم حق لك");
        Assert.StartsWith("whatsapp:", rating.To, StringComparison.Ordinal);
    }

    private async Task AnswersWithARatingAsync()
    {
        await _phone.WhatsAppAsync("٥");
        var rating = await Eventually.GetAsync(() => _host.DatabaseAsync(db => db.StageRatings.FirstOrDefaultAsync()));
        var approved = await _host.DatabaseAsync(db => db.StageEntries.OrderByDescending(e => e.Id).FirstAsync(e => e.RequestId == rating.RequestId));
        Assert.Equal((5, approved.Id), (rating.Service, rating.StageEntryId));
        await ReceivesAsync("الإجراءات");
    }

    private async Task TalksToAHumanAsync()
    {
        await _phone.WhatsAppAsync("ابي اكلم موظفة");
        await ReceivesAsync("قائمة الانتظار");

        var page = await SignInAsync(DemoData.Staff[2].Email);
        await page.Locator("a.card").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "أستلم المحادثة" }).ClickAsync();
        await page.Locator("textarea[data-composer]").FillAsync("أهلًا أم عبد الله، معك نورة. كيف أخدمك؟");
        await page.Locator("button.send").ClickAsync();
        await ReceivesAsync("معك نورة");

        var before = _twilio.Ledger.To(Munira.Phone).Count;
        await _phone.WhatsAppAsync("متى يطلع القرار؟");
        await page.GetByText("متى يطلع القرار؟").First.WaitForAsync();
        await HandledAsync("متى يطلع القرار؟");
        Assert.Equal(before, _twilio.Ledger.To(Munira.Phone).Count);

        await page.GetByRole(AriaRole.Button, new() { Name = "أعد إلى المساعد الآلي" }).First.ClickAsync();
        await page.Locator("input[name=outcome]").First.CheckAsync();
        await page.Locator("form.panel button[type=submit]").ClickAsync();
        await ReceivesAsync("المساعد الآلي");
        await _phone.WhatsAppAsync("متى ياخذون القرار في طلبي");
        var answer = await _twilio.Ledger.WaitAsync(Munira.Phone, before + 2, TimeSpan.FromMinutes(1));
        Assert.Contains("أسبوعين", answer.Body, StringComparison.Ordinal);
    }

    private async Task AsksOnTheWebsiteAsync()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(new Uri(_host.Address, "/chat").ToString());
        var chat = page.Locator("#webchat");
        await chat.GetByText("بم نخدمك").First.WaitForAsync();
        await SayAsync(chat, "متى ياخذون قرار في طلبي ياولدي");
        await chat.GetByText("أسبوعين").First.WaitForAsync();

        await SayAsync(chat, "وين وصل طلبي");
        await chat.GetByText("رقم الطلب").Last.WaitForAsync();
        await SayAsync(chat, $"{Munira.RequestNumber}");
        await chat.GetByText("أرقام من الهوية").Last.WaitForAsync();
        var texts = _twilio.Ledger.To(Munira.Phone).Count;
        await SayAsync(chat, Munira.NationalId[^4..]);
        var sms = await Eventually.GetAsync(() => Task.FromResult(
            _twilio.Ledger.To(Munira.Phone).Skip(texts).FirstOrDefault(m => !m.To.StartsWith("whatsapp:", StringComparison.Ordinal))));
        await SayAsync(chat, SixDigits().Match(sms.Body).Value);
        await chat.GetByText("في مرحلة «القبول»").First.WaitForAsync();
        var code = SixDigits().Match(sms.Body).Value;
        await Eventually.HoldsAsync(() => _host.DatabaseAsync(db => db.Messages.AllAsync(m => m.Author != Author.Bot || !m.Activity.Contains(code))));
    }

    private async Task EverythingStandsInTheCaseFileAsync()
    {
        var lines = await _host.DatabaseAsync(db => db.Messages
            .Where(m => m.Conversation!.Address == Munira.Phone && m.Conversation.Channel == ChannelKind.WhatsApp)
            .OrderBy(m => m.Id).Select(m => new { m.Author, m.Text }).ToListAsync());
        string[] said = ["متى ياخذون قرار في طلبي ياولدي", "ايه", "وين وصل طلبي", "٥", "ابي اكلم موظفة", "متى يطلع القرار؟", "متى ياخذون القرار في طلبي"];
        Assert.Equal(said, lines.Where(l => l.Author == Author.Person).Select(l => l.Text));
        Assert.Single(lines, l => l.Author == Author.Worker);
        Assert.Equal(
            lines.Count(l => l.Author is Author.Bot or Author.Worker),
            _twilio.Ledger.To(Munira.Phone).Count(m => m.To.StartsWith("whatsapp:", StringComparison.Ordinal)));
        Assert.Empty(_twilio.Ledger.Doubles);
        Assert.True(await _host.DatabaseAsync(db => db.Messages.AnyAsync(m => m.Conversation!.Channel == ChannelKind.WebChat && m.Text == "وين وصل طلبي")));
    }

    private async Task<IPage> SignInAsync(string email)
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(new Uri(_host.Address, "/console").ToString());
        await page.Locator("#user-name").FillAsync(email);
        await page.Locator("#password").FillAsync(DemoData.Password);
        await page.Locator("button[type=submit].primary").ClickAsync();
        return page;
    }

    private Task<FakeTwilioMessage> ReceivesAsync(string part) => _twilio.Ledger.WaitAsync(
        m => m.To.EndsWith(Munira.Phone, StringComparison.Ordinal) && m.Body.Contains(part, StringComparison.Ordinal),
        TimeSpan.FromMinutes(3)); // a lost signal costs a minute: the next sweep finds what is due

    private Task HandledAsync(string text) => Eventually.HoldsAsync(
        () => _host.DatabaseAsync(db => db.InboxMessages.AnyAsync(m => m.Message!.Text == text && m.HandledAt != null)));

    private static async Task SayAsync(ILocator chat, string text)
    {
        await chat.Locator(SendBox).FillAsync(text);
        await chat.Locator(SendBox).PressAsync("Enter");
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}
