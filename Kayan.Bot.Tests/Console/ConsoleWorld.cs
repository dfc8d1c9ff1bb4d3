using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Kayan.Bot.Domain.Documents;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Security;
using Kayan.Bot.Tests.Harness;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Kayan.Bot.Tests.Console;

/// <summary>The real service with staff, conversations and requests of a test's own.</summary>
internal sealed partial class ConsoleWorld : IAsyncDisposable
{
    public const string Password = "تجربة-kayan-2026";

    private int _people;

    private ConsoleWorld(KayanHost host) => Host = EchoHost.Configure(host, new RecordingChannel(ChannelKind.WhatsApp));

    public KayanHost Host { get; }

    public static Task<ConsoleWorld> StartAsync(Action<KayanHost>? configure = null, string? storage = null) =>
        StartAsync(storage is null ? new KayanHost() : new KayanHost(storage), configure);

    /// <summary>A node on a database that others may work on too.</summary>
    public static Task<ConsoleWorld> StartAsync(TestStorage storage) => StartAsync(new KayanHost(storage), null);

    private static async Task<ConsoleWorld> StartAsync(KayanHost host, Action<KayanHost>? configure)
    {
        var world = new ConsoleWorld(host);
        configure?.Invoke(world.Host);
        await world.Host.StartAsync();
        return world;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public async Task<StaffUser> StaffAsync(string userName, string displayName, string role = StaffRoles.SocialWorker)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<long>>>();
        if (!await roles.RoleExistsAsync(role))
        {
            Assert.True((await roles.CreateAsync(new IdentityRole<long>(role))).Succeeded);
        }

        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>();
        var user = new StaffUser { UserName = userName, DisplayName = displayName, LockoutEnabled = true };
        Assert.True((await users.CreateAsync(user, Password)).Succeeded);
        Assert.True((await users.AddToRoleAsync(user, role)).Succeeded);
        return user;
    }

    public Task<Request> RequestAsync(string name, string title, string phone, params RequestStage[] moves) =>
        Host.DatabaseAsync(async db =>
    {
        var person = new Person { FullName = name, NationalId = (1_000_000_000 + ++_people).ToString(CultureInfo.InvariantCulture) };
        person.Addresses.Add(new Address { Value = phone, OnWhatsApp = true });
        db.People.Add(person);
        await db.SaveChangesAsync();

        var request = Request.Receive(RequestNumber.Draw(), person.Id, title, "bot", Now.AddDays(-20));
        var at = Now.AddDays(-18);
        foreach (var to in moves)
        {
            Assert.NotNull(request.MoveTo(to, "نورة", to == RequestStage.DocumentsNeeded ? "شهادة الميلاد غير واضحة" : null, at));
            at = at.AddHours(30);
        }

        request.Requirements.Add(new Requirement { Name = "صورة الهوية الوطنية", State = RequirementState.Received });
        request.Requirements.Add(new Requirement { Name = "شهادة الميلاد", State = RequirementState.Missing });
        db.Requests.Add(request);
        await db.SaveChangesAsync();
        return request;
    });

    public Task<long> ConversationAsync(
        ChannelKind channel, string address, DateTimeOffset? lastInboundAt = null, params (Author Author, string Text)[] lines) =>
        Host.DatabaseAsync(async db =>
        {
            var conversation = new Conversation
            {
                Channel = channel,
                Address = address,
                CreatedAt = Now,
                LastInboundAt = lastInboundAt ?? Now,
            };
            db.Conversations.Add(conversation);
            await db.SaveChangesAsync();
            var at = Now.AddMinutes(-30);
            foreach (var (author, text) in lines)
            {
                db.Messages.Add(new Message
                {
                    ConversationId = conversation.Id,
                    Author = author,
                    Text = text,
                    Activity = "{\"type\":\"message\"}",
                    At = at,
                });
                at = at.AddMinutes(1);
                await db.SaveChangesAsync();
            }

            return conversation.Id;
        });

    public Task<Handoff> WaitsAsync(
        long conversationId, int minutes = 12, HandoffReason reason = HandoffReason.Asked, Urgency urgency = Urgency.Normal) =>
        Host.DatabaseAsync(async db =>
        {
            var handoff = new Handoff
            {
                ConversationId = conversationId,
                Reason = reason,
                Urgency = urgency,
                RequestedAt = Now.AddMinutes(-minutes),
            };
            db.Handoffs.Add(handoff);
            await db.SaveChangesAsync();
            return handoff;
        });

    public HttpClient Visitor() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = Host.Address,
    };

    /// <summary>Fills in the sign-in form as a browser does.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(
        HttpClient client, string userName, string password, string path = "/console/sign-in")
    {
        var page = await client.GetStringAsync(path);
        return await client.PostAsync(path, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
            ["UserName"] = userName,
            ["Password"] = password,
        }));
    }

    public static string TokenIn(string page) => Token().Match(page).Groups[1].Value;

    private DateTimeOffset Now => Host.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    /// <summary>A page of this member of staff, signed in on the way to <paramref name="path"/>; it is a circuit already.</summary>
    public async Task<IPage> SignInAsync(Browser browser, string userName, string path = "/console", int width = 1280, int height = 860)
    {
        var page = await browser.OpenAsync(width, height);
        await page.GotoAsync(new Uri(Host.Address, path).ToString());
        await page.Locator("#user-name").FillAsync(userName);
        await page.Locator("#password").FillAsync(Password);
        await page.Locator("button.primary").ClickAsync();
        await page.WaitForURLAsync("**" + path);
        await InteractiveAsync(page);
        return page;
    }

    /// <summary>Waits until the page is a circuit; what it shows is rendered before that.</summary>
    public static Task InteractiveAsync(IPage page) => page.Locator("[data-interactive=true], [data-interactive='']").First.WaitForAsync();
}
