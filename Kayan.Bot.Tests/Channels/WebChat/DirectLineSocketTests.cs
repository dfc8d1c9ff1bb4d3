using System.Net.WebSockets;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Tests.Harness;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Channels.WebChat;

public sealed class DirectLineSocketTests : ChatTests
{
    [Fact]
    public async Task Socket_OpenedLate_GetsWhatWasSaidBeforeInOrder()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        await visitor.SayAsync("قبل الفتح");
        await Eventually.HoldsAsync(async () => (await visitor.PollAsync()).Activities.Count == 3);
        using var socket = await DirectLineSocket.OpenAsync(visitor.StreamUrl, Origin);

        var texts = new[] { await TextAsync(socket), await TextAsync(socket), await TextAsync(socket) };
        Assert.Equal(["1: conversation.started", "2: قبل الفتح", "قبل الفتح"], texts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Socket_Open_EchoThenTypingThenReply()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        using var socket = await DirectLineSocket.OpenAsync(visitor.StreamUrl, Origin);
        Assert.Equal("1: conversation.started", await TextAsync(socket));
        var id = await visitor.SayAsync("مرحبا", "c-1");

        var echo = await socket.NextAsync();
        var reply = await socket.NextAsync();
        Assert.Equal((id, "c-1"), ((string)echo["id"]!, (string)echo["channelData"]!["clientActivityID"]!));
        Assert.Equal(("2: مرحبا", id), ((string)reply["text"]!, (string)reply["replyToId"]!));
    }

    [Fact]
    public async Task Socket_WhileTheTurnRuns_ShowsTyping()
    {
        var gate = new TaskCompletionSource();
        await using var host = await WebChatHost.Create().With(services => services.AddScoped<IBot>(_ => new WaitingBot(gate.Task))).StartAsync();
        using var client = WebChatHost.NewClient(host);
        var visitor = await DirectLineVisitor.ArriveAsync(client);
        using var socket = await DirectLineSocket.OpenAsync(visitor.StreamUrl, host.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal("أهلًا", await TextAsync(socket));
        await visitor.SayAsync("انتظر");

        var typing = await socket.NextOfTypeAsync("typing");
        gate.SetResult();
        Assert.Equal("bot", (string)typing["from"]!["role"]!);
        Assert.Equal("نعم", await TextAsync(socket));
        Assert.DoesNotContain((await visitor.PollAsync()).Activities, activity => (string)activity["type"]! == "typing");
    }

    [Fact]
    public async Task Socket_LostAndOpenedAgain_GetsExactlyWhatItMissed()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        string watermark;
        using (var socket = await DirectLineSocket.OpenAsync(visitor.StreamUrl, Origin))
        {
            Assert.Equal("1: conversation.started", await TextAsync(socket));
            watermark = socket.Watermark;
        }

        await visitor.SayAsync("الأولى");
        await visitor.SayAsync("الثانية");
        await Eventually.HoldsAsync(async () => (await visitor.PollAsync(watermark)).Activities.Count == 4);
        var response = await visitor.SendAsync(HttpMethod.Get, $"/conversations/{visitor.ConversationId}?watermark={watermark}");
        using var again = await DirectLineSocket.OpenAsync((string)(await DirectLineVisitor.ReadAsync(response))["streamUrl"]!, Origin);
        var texts = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            texts.Add(await TextAsync(again));
        }

        Assert.Equal(["2: الأولى", "3: الثانية", "الأولى", "الثانية"], texts.Order(StringComparer.Ordinal));
        Assert.True(texts.IndexOf("الأولى") < texts.IndexOf("الثانية"));
        Assert.True(texts.IndexOf("2: الأولى") < texts.IndexOf("3: الثانية"));
    }

    [Fact]
    public async Task Sockets_BeyondFive_TheOldestGoesAndTheOthersAllHear()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        var sockets = new List<DirectLineSocket>();
        for (var i = 0; i < 6; i++)
        {
            sockets.Add(await DirectLineSocket.OpenAsync(visitor.StreamUrl, Origin));
        }

        await sockets[0].ClosedAsync();
        await visitor.SayAsync("للجميع");
        foreach (var socket in sockets.Skip(1))
        {
            while (await TextAsync(socket) != "2: للجميع")
            {
            }
        }

        sockets.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task Socket_EmptyFrames_AreTolerated()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        using var socket = await DirectLineSocket.OpenAsync(visitor.StreamUrl, Origin);
        for (var i = 0; i < 20; i++)
        {
            await socket.SendEmptyAsync();
        }

        await visitor.SayAsync("بعدها");
        while (await TextAsync(socket) != "2: بعدها")
        {
        }
    }

    [Fact]
    public async Task Socket_ForeignOriginOrForgedToken_IsRefused()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        var other = await DirectLineVisitor.ArriveAsync(Client);

        await RefusedAsync(visitor.StreamUrl, "https://evil.example");
        await RefusedAsync(visitor.StreamUrl, WebChatHost.OtherSite); // an allowed site, but not the one that it was given to
        await RefusedAsync(visitor.StreamUrl, "null");
        await RefusedAsync(visitor.StreamUrl[..^3] + "AAA", Origin);
        await RefusedAsync(visitor.StreamUrl.Replace(visitor.ConversationId, other.ConversationId, StringComparison.Ordinal), Origin);
        await RefusedAsync(visitor.StreamUrl[..visitor.StreamUrl.IndexOf("&t=", StringComparison.Ordinal)] + "&t=" + visitor.Token, Origin);
    }

    [Fact]
    public async Task Socket_EventsAndNotesOfTheService_AreNotShown()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        using var socket = await DirectLineSocket.OpenAsync(visitor.StreamUrl, Origin);
        Assert.Equal("1: conversation.started", await TextAsync(socket));
        await Host.DatabaseAsync(async db =>
        {
            var conversation = await db.Conversations.SingleAsync(c => c.Address == visitor.User);
            db.Messages.Add(new Message { ConversationId = conversation.Id, Author = Author.System, Text = "سر", Activity = """{"type":"message","text":"سر"}""" });
            db.Messages.Add(new Message { ConversationId = conversation.Id, Author = Author.Bot, Activity = """{"type":"event","name":"inner"}""" });
            return await db.SaveChangesAsync();
        });
        await visitor.SayAsync("ثم");

        Assert.Equal("ثم", await TextAsync(socket));
        Assert.DoesNotContain((await visitor.PollAsync()).Activities, activity => (string?)activity["text"] == "سر" || (string)activity["type"]! == "event");
    }

    [Fact]
    public async Task Sockets_ThousandAtOnce_EachHearsItsOwnAndTheRestGoesOn()
    {
        var sockets = new List<DirectLineSocket>();
        DirectLineVisitor visitor = null!;
        for (var i = 0; i < 200; i++)
        {
            visitor = await DirectLineVisitor.ArriveAsync(Client);
            sockets.AddRange(await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => DirectLineSocket.OpenAsync(visitor.StreamUrl, Origin))));
        }

        await visitor.SayAsync("مع الألف");
        foreach (var socket in sockets.TakeLast(5))
        {
            while (await TextAsync(socket) != "2: مع الألف")
            {
            }
        }

        Assert.Equal("1: conversation.started", await TextAsync(sockets[0]));
        sockets.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task Sockets_MoreThanTheProcessMayHave_AreClosedAndPollingWorks()
    {
        await using var host = await WebChatHost.Create().With("WebChat:MaxSockets", "1").StartAsync();
        using var client = WebChatHost.NewClient(host);
        var site = host.Address.GetLeftPart(UriPartial.Authority);
        var visitor = await DirectLineVisitor.ArriveAsync(client);
        using var first = await DirectLineSocket.OpenAsync(visitor.StreamUrl, site);
        Assert.Equal("1: conversation.started", await TextAsync(first));
        using var second = await DirectLineSocket.OpenAsync(visitor.StreamUrl, site);

        await Assert.ThrowsAsync<WebSocketException>(second.ClosedAsync);
        await visitor.SayAsync("أتابع");
        Assert.Equal("أتابع", await TextAsync(first));
        Assert.NotEmpty((await visitor.PollAsync()).Activities);
    }

    [Fact]
    public async Task Service_Stopping_LetsGoOfTheSockets()
    {
        await using var host = await WebChatHost.Create().StartAsync();
        using var client = WebChatHost.NewClient(host);
        var visitor = await DirectLineVisitor.ArriveAsync(client);
        using var socket = await DirectLineSocket.OpenAsync(visitor.StreamUrl, host.Address.GetLeftPart(UriPartial.Authority));
        var closed = socket.ClosedAsync();
        host.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().StopApplication();

        await closed;
    }

    private static async Task<string> TextAsync(DirectLineSocket socket) => (string)(await socket.NextAsync())["text"]!;

    private static async Task RefusedAsync(string streamUrl, string origin) =>
        await Assert.ThrowsAsync<WebSocketException>(async () =>
        {
            using var socket = await DirectLineSocket.OpenAsync(streamUrl, origin);
        });

    private sealed class WaitingBot(Task gate) : ActivityHandler
    {
        public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            var greeting = turnContext.Activity.Type != Microsoft.Bot.Schema.ActivityTypes.Message;
            await (greeting ? Task.CompletedTask : gate);
            await turnContext.SendActivityAsync(MessageFactory.Text(greeting ? "أهلًا" : "نعم"), cancellationToken);
        }
    }
}
