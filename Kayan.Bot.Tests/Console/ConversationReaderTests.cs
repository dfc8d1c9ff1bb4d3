using Kayan.Bot.Console.Reading;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Handoffs;
using Kayan.Bot.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Console;

public sealed class ConversationReaderTests : IAsyncLifetime
{
    private ConsoleWorld _world = null!;

    public async Task InitializeAsync() => _world = await ConsoleWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Read_Absent_IsNull() => Assert.Null(await ReadAsync(4711));

    [Fact]
    public async Task Read_TakenConversation_TellsWhoWhatAndInWhichOrder()
    {
        var noura = await _world.StaffAsync("noura", "نورة");
        var request = await _world.RequestAsync("أم سارة", "دعم تعليمي", "+966500000001", RequestStage.DataCheck);
        var id = await _world.ConversationAsync(ChannelKind.WhatsApp, "+966500000001", null,
            (Author.Person, "السلام عليكم"), (Author.Bot, "أهلًا"), (Author.System, "event"), (Author.Person, "ابي موظفة"));
        await _world.WaitsAsync(id, minutes: 5);
        await DeskAsync(desk => desk.TakeAsync(id, noura.Id, default));
        await DeskAsync(desk => desk.WriteAsync(id, new Worker(noura.Id, "نورة"), "أهلًا، معك نورة", default));
        await DeskAsync(desk => desk.GiveBackAsync(id, noura.Id, "أُجيب", default));
        await _world.WaitsAsync(id, minutes: 0);

        var view = (await ReadAsync(id))!;

        Assert.Equal(("أم سارة", "+966500000001", 1), (view.Name, view.Phone, view.EarlierHandoffs));
        Assert.Equal(request.Number, Assert.Single(view.Requests).Number);
        Assert.Equal(
            ["السلام عليكم", "أهلًا", "ابي موظفة", "Event.Asked", "Event.Taken", "أهلًا، معك نورة", "Event.GivenBack"],
            view.Lines.Select(line => line.Text).Take(7));
        Assert.Equal("نورة", view.Lines[5].Writer);
        Assert.NotNull(view.Lines[5].Delivery);
        Assert.NotNull(view.WindowClosesAt);
    }

    [Fact]
    public async Task Read_LongConversation_BringsTheNewestLines()
    {
        var id = await _world.ConversationAsync(ChannelKind.WebChat, "dl_x", null,
            [.. Enumerable.Range(1, 8).Select(i => (Author.Person, $"رسالة {i}"))]);

        var view = (await ReadAsync(id, take: 3))!;

        Assert.True(view.HasEarlier);
        Assert.Equal(["رسالة 6", "رسالة 7", "رسالة 8"], view.Lines.Select(line => line.Text));
        Assert.Null(view.Phone);
        Assert.Null(view.WindowClosesAt);
    }

    private async Task<ConversationView?> ReadAsync(long id, int take = 200)
    {
        await using var scope = _world.Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ConversationReader>().ReadAsync(id, take, default);
    }

    private async Task DeskAsync<T>(Func<HandoffDesk, Task<T>> use)
    {
        await using var scope = _world.Host.Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<HandoffDesk>());
    }
}
