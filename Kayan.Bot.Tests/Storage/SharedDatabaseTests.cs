using System.Net;
using Hangfire.Storage;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Security;
using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Channels.WebChat;
using Kayan.Bot.Tests.Console;
using Kayan.Bot.Tests.Harness;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Storage;

/// <summary>Two services on one database, without a proxy that keeps anybody with one of them.</summary>
public sealed class SharedDatabaseTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kayan-shared-");
    private readonly List<KayanHost> _hosts = [];
    private TestStorage _storage = null!;

    [StorageTheory, EachStorage(Shared = true)]
    public async Task Socket_OnOneNode_HearsWhatWasSaidOnTheOther(string storage)
    {
        var (one, two) = await StartAsync(storage, _ => { });
        using var here = WebChatHost.NewClient(one);
        using var there = WebChatHost.NewClient(two);
        var visitor = new DirectLineVisitor(here, WebChatHost.OtherSite);
        await visitor.GenerateAsync();
        await visitor.StartAsync();
        using var socket = await DirectLineSocket.OpenAsync(visitor.StreamUrl, WebChatHost.OtherSite);
        Assert.Equal("1: conversation.started", (string)(await socket.NextOfTypeAsync("message"))["text"]!);

        var elsewhere = new DirectLineVisitor(there, WebChatHost.OtherSite) { Token = visitor.Token };
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.SendAsync(
            HttpMethod.Post, $"/conversations/{visitor.ConversationId}/activities", """{"type":"message","text":"مرحبا","from":{"id":"x"}}""")).StatusCode);

        Assert.Equal("مرحبا", (string)(await socket.NextOfTypeAsync("message"))["text"]!);
        Assert.Equal("2: مرحبا", (string)(await socket.NextOfTypeAsync("message"))["text"]!);
    }

    [StorageTheory, EachStorage(Shared = true)]
    public async Task SignIn_OnOneNode_HoldsOnTheOther(string storage)
    {
        var (one, two) = await StartAsync(storage, _ => { });
        await using (var scope = one.Services.CreateAsyncScope())
        {
            var made = await scope.ServiceProvider.GetRequiredService<StaffAccounts>().CreateAsync(
                "noura@kayan.example", "نورة", StaffRoles.SocialWorker, ConsoleWorld.Password);
            Assert.True(made.Succeeded);
        }

        var cookies = new CookieContainer();
        using var here = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = one.Address };
        using var there = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = two.Address };
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/console")).StatusCode);
        await ConsoleWorld.SignInAsync(here, "noura@kayan.example", ConsoleWorld.Password);

        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/console")).StatusCode);
    }

    [StorageTheory, EachStorage(Shared = true)]
    public async Task Turn_OfANodeThatStoodStillPastItsLease_IsRefused(string storage)
    {
        var gate = new TaskCompletionSource();
        var bots = 0;
        var (one, two) = await StartAsync(storage, services => services.AddScoped<IBot>(_ => new SlowOnceBot(Interlocked.Increment(ref bots), gate.Task)));
        var inbox = one.Services.GetRequiredService<Inbox>();

        var activity = new Activity(ActivityTypes.Message) { Text = "مرحبا" };
        var receipt = await inbox.ReceiveAsync(new IncomingMessage("twilio", "SM1", ChannelKind.WhatsApp, "+966500000001", activity), default);
        await Eventually.HoldsAsync(() => two.DatabaseAsync(db => db.InboxMessages.AnyAsync(m => m.HandledAt != null)));
        gate.SetResult();
        await inbox.ReceiveAsync(new IncomingMessage("twilio", "SM2", ChannelKind.WhatsApp, "+966500000001", activity), default);
        await Eventually.HoldsAsync(() => two.DatabaseAsync(async db => await db.InboxMessages.CountAsync(m => m.HandledAt != null) == 2));

        var said = await two.DatabaseAsync(db => db.Messages.Where(m => m.ConversationId == receipt.ConversationId && m.Author == Author.Bot).Select(m => m.Text).ToListAsync());
        Assert.Equal(2, said.Count);
        Assert.DoesNotContain("by 1", said);
        Assert.Equal(2, await two.DatabaseAsync(db => db.Conversations.Select(c => c.StateVersion).SingleAsync()));
    }

    [StorageTheory, EachStorage(Shared = true)]
    public async Task Node_StartedWhileADeadOneHoldsTheClockOfAJob_AnswersAndTakesTheClockOver(string storage)
    {
        _storage = TestStorage.Create(Enum.Parse<StorageProvider>(storage), _folder.FullName);
        var jobs = _storage.CreateProvider().CreateJobStorage();
        using (var dead = jobs.GetConnection())
        {
            dead.AcquireDistributedLock("lock:recurring-job:follow-ups", TimeSpan.FromSeconds(5)); // and never lets go of it
        }

        var host = WebChatHost.Create(new KayanHost(_storage));
        _hosts.Add(host);
        await host.StartAsync();

        using var http = new HttpClient { BaseAddress = host.Address };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/live")).StatusCode);
        await Eventually.HoldsAsync(() =>
        {
            using var connection = jobs.GetConnection();
            return Task.FromResult(connection.GetRecurringJobs().Any(job => job is { Id: "follow-ups", LastJobId: not null }));
        });
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        _storage.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<(KayanHost One, KayanHost Two)> StartAsync(string storage, Action<IServiceCollection> services)
    {
        _storage = TestStorage.Create(Enum.Parse<StorageProvider>(storage), _folder.FullName);
        for (var node = 0; node < 2; node++)
        {
            _hosts.Add(WebChatHost.Create(new KayanHost(_storage)).With("Pipeline:Lease", "00:00:01").With(services));
        }

        await Task.WhenAll(_hosts.ConvertAll(host => host.StartAsync()));
        return (_hosts[0], _hosts[1]);
    }

    /// <summary>The first turn takes until the gate opens.</summary>
    private sealed class SlowOnceBot(int number, Task gate) : IBot
    {
        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            if (number == 1)
            {
                await gate;
            }

            await turnContext.SendActivityAsync(MessageFactory.Text($"by {number}"), cancellationToken);
        }
    }
}
