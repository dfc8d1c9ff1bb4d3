using Kayan.Bot.Channels;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Jobs;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Requests;
using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Harness;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kayan.Bot.Tests.Jobs;

/// <summary>The real service on a set clock, with channels that record and a bot that only announces follow-ups.</summary>
public sealed class FlowHost : IAsyncDisposable, IAsyncLifetime
{
    private readonly KayanHost _host = new();
    private int _people;

    public FlowHost()
    {
        _host.With("FollowUps:From", "09:00").With("FollowUps:Until", "20:00").With(services =>
        {
            services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(Time);
            services.RemoveAll<IChannel>().AddSingleton<IChannel>(WhatsApp).AddSingleton<IChannel>(Sms);
            services.RemoveAll<IBot>().AddScoped<IBot, NoticeBot>();
        });
    }

    /// <summary>Begins on a Sunday at ten in Riyadh.</summary>
    public SetClock Time { get; } = new(new DateTimeOffset(2026, 11, 22, 7, 0, 0, TimeSpan.Zero));

    internal RecordingChannel WhatsApp { get; } = new(ChannelKind.WhatsApp);

    internal RecordingChannel Sms { get; } = new(ChannelKind.Sms);

    public HttpClient Client => _host.Client;

    internal string DatabaseFile => _host.DatabaseFile;

    internal FlowHost With(string setting, string? value)
    {
        _host.With(setting, value);
        return this;
    }

    internal FlowHost With(Action<IServiceCollection> services)
    {
        _host.With(services);
        return this;
    }

    public async Task<FlowHost> StartAsync()
    {
        await _host.StartAsync();
        return this;
    }

    /// <summary>Runs with a service of its own scope.</summary>
    public async Task<TResult> RunAsync<T, TResult>(Func<T, Task<TResult>> work)
        where T : notnull
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<T>());
    }

    public Task RunAsync<T>(Func<T, Task> work)
        where T : notnull =>
        RunAsync<T, bool>(async service =>
        {
            await work(service);
            return true;
        });

    public Task SweepAsync() => RunAsync<FollowUpSweep>(sweep => sweep.RunAsync(CancellationToken.None));

    public Task SendAsync(long followUpId) => RunAsync<SendFollowUp>(job => job.RunAsync(followUpId, CancellationToken.None));

    /// <summary>A person of their own and their request.</summary>
    public async Task<Case> ReceiveAsync(bool onWhatsApp = true)
    {
        Assert.True(PhoneNumber.TryParse($"+9665000{Interlocked.Increment(ref _people):00000}", out var phone));
        var outcome = await RunAsync<RequestDesk, ReceiveOutcome>(desk => desk.ReceiveAsync(
            new NewRequest("دعم تعليمي", "منيرة", phone) { OnWhatsApp = onWhatsApp }, "test", null, CancellationToken.None));
        return new Case(Assert.IsType<ReceiveOutcome.Received>(outcome).Request.Number, phone.ToString());
    }

    /// <summary>Sets the clock to the next time that it is this hour in Riyadh.</summary>
    public void GoTo(int hour, int minute = 0)
    {
        var today = RiyadhTime.At(RiyadhTime.DateOf(Time.GetUtcNow()), new TimeOnly(hour, minute));
        Time.SetUtcNow(today > Time.GetUtcNow() ? today : today.AddDays(1));
    }

    public IEnumerable<string> Said(Case to) =>
        WhatsApp.Sent.Concat(Sms.Sent).Where(message => message.To == to.Phone).Select(message => ActivityJson.Read(message.Activity).Text);

    public async Task MoveAsync(Case @case, params RequestStage[] way)
    {
        foreach (var stage in way)
        {
            var outcome = await RunAsync<RequestDesk, MoveOutcome>(desk => desk.MoveAsync(@case.Number, stage, "test", "سبب", CancellationToken.None));
            Assert.Equal(MoveOutcome.Moved, outcome);
        }
    }

    public Task<List<FollowUp>> FollowUpsAsync(Case of) => _host.DatabaseAsync(db => Of(db, of).ToListAsync());

    internal Task<T> DatabaseAsync<T>(Func<KayanDbContext, Task<T>> use) => _host.DatabaseAsync(use);

    internal Task WriteAsync(Func<KayanDbContext, Task> change) => RunAsync<KayanDbContext>(async db =>
    {
        await change(db);
        await db.SaveChangesAsync();
    });

    /// <summary>Waits until the follow-ups of a request that are due have been settled or put off and what they said has been sent.</summary>
    public Task QuietAsync(Case of) => Eventually.HoldsAsync(() => _host.DatabaseAsync(async db =>
    {
        var now = Time.GetUtcNow();
        return !await Of(db, of).AnyAsync(f => f.State == FollowUpState.Pending && f.DueAt <= now)
            && !await db.InboxMessages.AnyAsync(m => m.HandledAt == null)
            && !await db.OutboxMessages.AnyAsync(m => m.Sid == null);
    }), TimeSpan.FromSeconds(100)); // where a signal is lost the sweep of the next minute finds it

    public Task InitializeAsync() => StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    private static IQueryable<FollowUp> Of(KayanDbContext db, Case of) => db.FollowUps
        .Where(f => db.Requests.Any(r => r.Number == of.Number && r.Id == f.RequestId))
        .OrderBy(f => f.Id);

    /// <summary>A person's request.</summary>
    public sealed record Case(string Number, string Phone);
}
