using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Jobs;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Requests;
using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kayan.Bot.Tests.Harness;

/// <summary>The real service with its own dialogs on a set clock, a provider over HTTP, and people with requests.</summary>
public sealed class TalkHost : IAsyncLifetime
{
    private readonly KayanHost _host = new();
    private int _people;

    /// <summary>Begins on a Sunday at ten in Riyadh.</summary>
    public SetClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 7, 0, 0, TimeSpan.Zero));

    public FakeTwilio Twilio { get; private set; } = null!;

    public HttpClient Client => _host.Client;

    public Uri Address => _host.Address;

    internal TalkHost With(string setting, string? value)
    {
        _host.With(setting, value);
        return this;
    }

    public async Task InitializeAsync()
    {
        Twilio = await FakeTwilio.StartAsync();
        await _host.With(Twilio).With("FollowUps:From", "09:00").With("FollowUps:Until", "20:00")
            .With(services => services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(Clock)).StartAsync();
        await _host.SyncTemplatesAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await Twilio.DisposeAsync();
    }

    public FakeTwilioPhone Phone(string number) => Twilio.Phone(_host, number);

    /// <summary>The request of a person of their own, whose first notice has been sent.</summary>
    public async Task<Case> ReceiveAsync(bool onWhatsApp = true)
    {
        // Another test may have left the clock at night or at the week's end, when nothing is sent.
        while (Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(3)) is not { Hour: >= 9 and < 15, DayOfWeek: <= DayOfWeek.Thursday })
        {
            Clock.Advance(TimeSpan.FromHours(1));
        }

        var request = await ReceiveAsync($"+9665000{Interlocked.Increment(ref _people):00000}", onWhatsApp);
        await QuietAsync(request);
        return request;
    }

    /// <summary>A request from that phone.</summary>
    public async Task<Case> ReceiveAsync(string number, bool onWhatsApp = true)
    {
        Assert.True(PhoneNumber.TryParse(number, out var phone));
        var outcome = await DeskAsync(desk => desk.ReceiveAsync(
            new NewRequest("دعم تعليمي", "منيرة", phone) { OnWhatsApp = onWhatsApp }, "test", null, CancellationToken.None));
        return new Case(Assert.IsType<ReceiveOutcome.Received>(outcome).Request.Number, number);
    }

    /// <summary>Moves a request and waits until all that this leads to at once has been said.</summary>
    public async Task MoveAsync(Case request, params RequestStage[] way)
    {
        foreach (var stage in way)
        {
            Assert.Equal(MoveOutcome.Moved, await DeskAsync(desk => desk.MoveAsync(request.Number, stage, "test", "سبب", CancellationToken.None)));
        }

        await QuietAsync(request);
    }

    /// <summary>A person's message on WhatsApp, and its turn.</summary>
    public async Task SayAsync(Case of, string text)
    {
        await Phone(of.Phone).WhatsAppAsync(text);
        await HandledAsync();
    }

    /// <summary>Waits until every message that came in had its turn and what was said has been taken or refused.</summary>
    public Task HandledAsync() => Eventually.HoldsAsync(() => DatabaseAsync(async db =>
        !await db.InboxMessages.AnyAsync(m => m.HandledAt == null)
        && !await db.OutboxMessages.AnyAsync(m => m.State == OutboxState.Pending || m.State == OutboxState.Claimed)));

    public async Task SweepAsync()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FollowUpSweep>().RunAsync(CancellationToken.None);
    }

    public async Task QuietAsync(Case of)
    {
        await Eventually.HoldsAsync(async () => (await FollowUpsAsync(of)).TrueForAll(f => f.State != FollowUpState.Pending || f.DueAt > Clock.GetUtcNow()), TimeSpan.FromSeconds(100));
        await HandledAsync();
    }

    public Task<List<FollowUp>> FollowUpsAsync(Case of) => DatabaseAsync(db => db.FollowUps
        .Where(f => db.Requests.Any(r => r.Number == of.Number && r.Id == f.RequestId)).OrderBy(f => f.Id).ToListAsync());

    /// <summary>What was sent to a phone on any channel, oldest first.</summary>
    public IReadOnlyList<FakeTwilioMessage> SentTo(Case of) => Twilio.Ledger.To(of.Phone);

    internal Task<T> DatabaseAsync<T>(Func<KayanDbContext, Task<T>> use) => _host.DatabaseAsync(use);

    internal Task<int> WriteAsync(Action<KayanDbContext> change) => _host.DatabaseAsync(db =>
    {
        change(db);
        return db.SaveChangesAsync();
    });

    private async Task<T> DeskAsync<T>(Func<RequestDesk, Task<T>> work)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<RequestDesk>());
    }

    /// <summary>A person's request.</summary>
    public sealed record Case(string Number, string Phone);
}
