using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Handoffs;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Tests.Console;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Handoffs;

public abstract class HandoffDeskTests(string storage) : IAsyncLifetime
{
    private static readonly Worker Noura = new(71, "نورة");
    private static readonly Worker Huda = new(72, "هدى");

    private ConsoleWorld _world = null!;
    private long _conversation;

    public async Task InitializeAsync()
    {
        _world = await ConsoleWorld.StartAsync(storage: storage);
        _conversation = await _world.ConversationAsync(ChannelKind.WhatsApp, "+966500000001");
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [StorageFact]
    public async Task Take_Waiting_IsTheWorkersWithTheTime()
    {
        await _world.WaitsAsync(_conversation);

        Assert.Equal(TakeOutcome.Taken, await DeskAsync(desk => desk.TakeAsync(_conversation, Noura.Id, default)));

        var handoff = await HandoffAsync();
        Assert.Equal((HandoffState.Human, (long?)Noura.Id), (handoff.State, handoff.OwnerId));
        Assert.NotNull(handoff.TakenAt);
    }

    [StorageFact]
    public async Task Take_TwentyWorkersAtOnce_OneWinsAndTheOthersAreTold()
    {
        await _world.WaitsAsync(_conversation);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(worker =>
            Task.Run(() => DeskAsync(desk => desk.TakeAsync(_conversation, worker, default)))));

        Assert.Single(outcomes, TakeOutcome.Taken);
        Assert.Equal(19, outcomes.Count(outcome => outcome == TakeOutcome.SomebodyElses));
        var winner = Array.IndexOf(outcomes, TakeOutcome.Taken) + 1;
        Assert.Equal(winner, (await HandoffAsync()).OwnerId);
    }

    [StorageFact]
    public async Task Take_Again_StaysTheWorkers()
    {
        await TakenByNouraAsync();

        Assert.Equal(TakeOutcome.Taken, await DeskAsync(desk => desk.TakeAsync(_conversation, Noura.Id, default)));
        Assert.Equal(TakeOutcome.SomebodyElses, await DeskAsync(desk => desk.TakeAsync(_conversation, Huda.Id, default)));
    }

    [StorageFact]
    public async Task Take_NobodyWaitsOrNoSuchConversation_LookAlike()
    {
        Assert.Equal(TakeOutcome.NotWaiting, await DeskAsync(desk => desk.TakeAsync(_conversation, Noura.Id, default)));
        Assert.Equal(TakeOutcome.NotWaiting, await DeskAsync(desk => desk.TakeAsync(987_654, Noura.Id, default)));
    }

    [StorageFact]
    public async Task Write_Owner_GoesOutAsTheWorkersMessage()
    {
        await TakenByNouraAsync();

        Assert.Equal(WriteOutcome.Written, await DeskAsync(desk => desk.WriteAsync(_conversation, Noura, "  أهلًا، كيف أخدمك؟ ", default)));

        var message = await _world.Host.DatabaseAsync(db => db.Messages.SingleAsync(m => m.ConversationId == _conversation));
        Assert.Equal((Author.Worker, (long?)Noura.Id, "أهلًا، كيف أخدمك؟"), (message.Author, message.WorkerId, message.Text));
        Assert.True(await _world.Host.DatabaseAsync(db =>
            db.OutboxMessages.AnyAsync(o => o.MessageId == message.Id && o.To == "+966500000001")));
    }

    [StorageFact]
    public async Task Write_NotTheOwner_IsRefusedAndNothingIsStored()
    {
        await _world.WaitsAsync(_conversation);
        Assert.Equal(WriteOutcome.NotYours, await DeskAsync(desk => desk.WriteAsync(_conversation, Noura, "قبل الاستلام", default)));
        await DeskAsync(desk => desk.TakeAsync(_conversation, Noura.Id, default));

        Assert.Equal(WriteOutcome.NotYours, await DeskAsync(desk => desk.WriteAsync(_conversation, Huda, "ليست محادثتي", default)));
        Assert.Equal(WriteOutcome.NotYours, await DeskAsync(desk => desk.WriteAsync(987_654, Huda, "لا توجد", default)));

        Assert.False(await _world.Host.DatabaseAsync(db => db.Messages.AnyAsync()));
    }

    [StorageFact]
    public async Task Write_GivenBackBetweenReadingAndCommit_IsRefusedAndNothingIsStored()
    {
        await TakenByNouraAsync();
        await using var scope = _world.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Kayan.Bot.Storage.KayanDbContext>();
        await db.Handoffs.SingleAsync();
        Assert.Equal(GiveBackOutcome.GivenBack, await DeskAsync(desk => desk.GiveBackAsync(_conversation, Noura.Id, "أُجيب", default)));

        // The desk of this scope still holds what it read before: the row as it was while Noura owned it.
        db.ChangeTracker.Entries<Handoff>().Single().State = EntityState.Unchanged;
        var desk = scope.ServiceProvider.GetRequiredService<HandoffDesk>();

        Assert.Equal(WriteOutcome.NotYours, await desk.WriteAsync(_conversation, Noura, "متأخرة", default));
        Assert.False(await _world.Host.DatabaseAsync(fresh => fresh.Messages.AnyAsync(m => m.Author == Author.Worker)));
    }

    [StorageTheory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public async Task Write_NothingInIt_IsRefused(string? text)
    {
        await TakenByNouraAsync();

        Assert.Equal(WriteOutcome.Empty, await DeskAsync(desk => desk.WriteAsync(_conversation, Noura, text, default)));
    }

    [StorageFact]
    public async Task Write_TooLong_IsRefused()
    {
        await TakenByNouraAsync();

        Assert.Equal(WriteOutcome.TooLong, await DeskAsync(desk => desk.WriteAsync(_conversation, Noura, new string('ن', 1601), default)));
        Assert.Equal(WriteOutcome.Written, await DeskAsync(desk => desk.WriteAsync(_conversation, Noura, new string('ن', 1600), default)));
    }

    [StorageTheory]
    [InlineData(201, nameof(WriteOutcome.Written))]
    [InlineData(202, nameof(WriteOutcome.TooLong))]
    public async Task Write_ATextMessageOfMoreThanThreeParts_IsRefused(int length, string expected)
    {
        var conversation = await _world.ConversationAsync(ChannelKind.Sms, "+966500000003", TimeProvider.System.GetUtcNow());
        await _world.WaitsAsync(conversation);
        await DeskAsync(desk => desk.TakeAsync(conversation, Noura.Id, default));

        Assert.Equal(expected, (await DeskAsync(desk => desk.WriteAsync(conversation, Noura, new string('ن', length), default))).ToString());
    }

    [StorageTheory]
    [InlineData(ChannelKind.WhatsApp, 23.9, nameof(WriteOutcome.Written))]
    [InlineData(ChannelKind.WhatsApp, 24.1, nameof(WriteOutcome.WindowClosed))]
    [InlineData(ChannelKind.Sms, 400, nameof(WriteOutcome.Written))]
    public async Task Write_HoursAfterThePersonsLastMessage_OnWhatsAppOnlyInsideItsWindow(
        ChannelKind channel, double hours, string expected)
    {
        var conversation = await _world.ConversationAsync(channel, "+966500000002", TimeProvider.System.GetUtcNow().AddHours(-hours));
        await _world.WaitsAsync(conversation);
        await DeskAsync(desk => desk.TakeAsync(conversation, Noura.Id, default));

        var outcome = await DeskAsync(desk => desk.WriteAsync(conversation, Noura, "أهلًا", default));

        Assert.Equal(expected, outcome.ToString());
    }

    [StorageFact]
    public async Task GiveBack_Owner_ClosesWithTheOutcomeAndTellsTheBot()
    {
        await TakenByNouraAsync();

        Assert.Equal(
            GiveBackOutcome.GivenBack, await DeskAsync(desk => desk.GiveBackAsync(_conversation, Noura.Id, "أُجيب عن السؤال", default)));

        var handoff = await HandoffAsync();
        Assert.Equal((HandoffState.Closed, "أُجيب عن السؤال"), (handoff.State, handoff.Outcome));
        var @event = await _world.Host.DatabaseAsync(db =>
            db.InboxMessages.Include(m => m.Message).SingleAsync(m => m.Source == "console"));
        Assert.Contains("handoff.returned", @event.Message!.Activity, StringComparison.Ordinal);
        Assert.Equal(Author.System, @event.Message.Author);
    }

    [StorageFact]
    public async Task GiveBack_NotTheOwner_ChangesNothing()
    {
        await TakenByNouraAsync();

        Assert.Equal(GiveBackOutcome.NotYours, await DeskAsync(desk => desk.GiveBackAsync(_conversation, Huda.Id, "أُجيب", default)));
        Assert.Equal(GiveBackOutcome.NoOutcome, await DeskAsync(desk => desk.GiveBackAsync(_conversation, Noura.Id, " ", default)));

        Assert.Equal(HandoffState.Human, (await HandoffAsync()).State);
        Assert.False(await _world.Host.DatabaseAsync(db => db.InboxMessages.AnyAsync()));
    }

    [StorageFact]
    public async Task EachStep_TellsThoseWhoWatchTheConversation()
    {
        await _world.WaitsAsync(_conversation);
        var told = 0;
        using var watching = _world.Host.Services.GetRequiredService<ConversationFeed>()
            .Subscribe(_conversation, _ => Interlocked.Increment(ref told));

        await DeskAsync(desk => desk.TakeAsync(_conversation, Noura.Id, default));
        Assert.Equal(1, told);
        await DeskAsync(desk => desk.GiveBackAsync(_conversation, Noura.Id, "أُجيب", default));
        Assert.True(told >= 2);
    }

    private async Task TakenByNouraAsync()
    {
        await _world.WaitsAsync(_conversation);
        await DeskAsync(desk => desk.TakeAsync(_conversation, Noura.Id, default));
    }

    private Task<Handoff> HandoffAsync() => _world.Host.DatabaseAsync(db => db.Handoffs.AsNoTracking().SingleAsync());

    private async Task<T> DeskAsync<T>(Func<HandoffDesk, Task<T>> use)
    {
        await using var scope = _world.Host.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<HandoffDesk>());
    }
}

public sealed class HandoffDeskOnSqlite() : HandoffDeskTests(InSqlite.Name);

public sealed class HandoffDeskOnPostgreSql() : HandoffDeskTests(InPostgreSql.Name);

public sealed class HandoffDeskOnSqlServer() : HandoffDeskTests(InSqlServer.Name);
