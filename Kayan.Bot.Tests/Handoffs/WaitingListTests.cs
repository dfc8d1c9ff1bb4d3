using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Handoffs;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Tests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Handoffs;

public sealed class WaitingListTests : IAsyncLifetime
{
    private ConsoleWorld _world = null!;

    public async Task InitializeAsync() => _world = await ConsoleWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Waiting_SeveralPeople_UrgentFirstThenTheLongestWait()
    {
        var request = await _world.RequestAsync("أم سارة", "دعم تعليمي", "+966500000001");
        var first = await _world.ConversationAsync(
            ChannelKind.WhatsApp, "+966500000001", null, (Author.Person, "السلام عليكم"), (Author.Bot, "أهلًا"));
        var second = await _world.ConversationAsync(
            ChannelKind.WebChat, "dl_abc", null, (Author.Bot, "أهلًا"), (Author.Person, "ابي موظفة"));
        var third = await _world.ConversationAsync(ChannelKind.Sms, "+966500000003");
        await _world.WaitsAsync(second, minutes: 5);
        await _world.WaitsAsync(first, minutes: 50);
        await _world.WaitsAsync(third, minutes: 1, urgency: Urgency.High);

        var rows = await ListAsync(list => list.WaitingAsync(default));

        Assert.Equal([third, first, second], rows.Select(row => row.ConversationId));
        Assert.Equal(("أم سارة", request.Number, false), (rows[1].Name, rows[1].RequestNumber, rows[1].AwaitsAnswer));
        Assert.Equal((null, null, true), (rows[2].Name, rows[2].RequestNumber, rows[2].AwaitsAnswer));
    }

    [Fact]
    public async Task OwnedBy_Worker_HasOnlyTheirOwn()
    {
        foreach (var (address, worker) in new[] { ("+966500000001", 71L), ("+966500000002", 72L) })
        {
            var conversation = await _world.ConversationAsync(ChannelKind.WhatsApp, address);
            await _world.WaitsAsync(conversation);
            await using var scope = _world.Host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<HandoffDesk>().TakeAsync(conversation, worker, default);
        }

        Assert.Single(await ListAsync(list => list.OwnedByAsync(71, default)));
        Assert.Empty(await ListAsync(list => list.WaitingAsync(default)));
    }

    private async Task<T> ListAsync<T>(Func<WaitingList, Task<T>> read)
    {
        await using var scope = _world.Host.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<WaitingList>());
    }
}
