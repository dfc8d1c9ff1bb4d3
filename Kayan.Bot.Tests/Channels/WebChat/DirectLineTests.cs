using System.Net;
using System.Text.Json.Nodes;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Channels.WebChat;

public sealed class DirectLineTests : ChatTests
{
    [Fact]
    public async Task Start_FirstAndSecondTime_CreatedThenTheSameConversation()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        var id = visitor.ConversationId;
        var again = await visitor.StartAsync();

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(id, visitor.ConversationId);
        Assert.Equal(1800, (int)(await DirectLineVisitor.ReadAsync(again))["expires_in"]!);
        Assert.StartsWith($"ws://{Host.Address.Authority}/v3/directline/conversations/{id}/stream?", visitor.StreamUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ManyTimesAtOnce_TheBotIsToldOnce()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => visitor.StartAsync()));
        await visitor.SayAsync("مرحبا");

        var said = await Eventually.GetAsync(async () => await visitor.PollAsync() is { Activities: { Count: >= 3 } all } ? all : null);
        Assert.Equal(["1: conversation.started", "2: مرحبا", "مرحبا"], said.Select(activity => (string)activity["text"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Visitor_ClaimOfTheToken_IsAnUnguessableDirectLineUser()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);

        Assert.Matches("^dl_[0-9a-f]{32}$", visitor.User);
        Assert.Equal(visitor.User, "dl_" + visitor.ConversationId);
    }

    [Fact]
    public async Task Post_Message_EchoAndReplyUnderStableIds()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        var id = await visitor.SayAsync("السلام عليكم", "client-7");

        var said = await Eventually.GetAsync(async () => await visitor.PollAsync() is { Activities: { Count: 3 } all } ? all : null);
        var echo = said.Single(activity => (string)activity["id"]! == id);
        var reply = said.Single(activity => (string?)activity["replyToId"] == id);
        Assert.Matches($@"^{visitor.ConversationId}\|\d{{7,}}$", id);
        Assert.Equal(("السلام عليكم", "user", visitor.User), ((string)echo["text"]!, (string)echo["from"]!["role"]!, (string)echo["from"]!["id"]!));
        Assert.Equal("client-7", (string)echo["channelData"]!["clientActivityID"]!);
        Assert.Equal(("2: السلام عليكم", "bot"), ((string)reply["text"]!, (string)reply["from"]!["role"]!));
        Assert.All(said, activity => Assert.Equal(("webchat", visitor.ConversationId), ((string)activity["channelId"]!, (string)activity["conversation"]!["id"]!)));
        var times = said.Select(activity => DateTimeOffset.Parse((string)activity["timestamp"]!, null)).ToList();
        Assert.Equal(times.Distinct().Order(), times);
    }

    [Fact]
    public async Task Post_SameClientActivityTwice_IsOneMessage()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);

        Assert.Equal(await visitor.SayAsync("مرة", "again"), await visitor.SayAsync("مرة", "again"));
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("null", 400)]
    [InlineData("""{"text":"بلا نوع"}""", 400)]
    [InlineData("""{"type":5}""", 400)]
    [InlineData("""{"type":"message","text":5}""", 400)]
    [InlineData("""{"type":"message","text":"a","text":"b"}""", 400)]
    [InlineData("""{"type":"message","text":"\ud800"}""", 400)]
    [InlineData("""{"type":"event","name":"handoff.returned"}""", 400)]
    [InlineData("""{"type":"conversationUpdate"}""", 400)]
    [InlineData("""{"type":"typing"}""", 200)]
    [InlineData("""{"type":"message","text":"ok","attachments":[{"contentUrl":"http://169.254.169.254/"}],"serviceUrl":"http://evil"}""", 200)]
    public async Task Post_AnyBody_HasItsAnswer(string body, int status)
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        var response = await visitor.PostAsync(body);

        Assert.Equal(status, (int)response.StatusCode);
        var answer = await DirectLineVisitor.ReadAsync(response);
        Assert.NotNull(status == 200 ? answer["id"] : answer["error"]!["code"]);
    }

    [Fact]
    public async Task Post_LongerThan256K_IsRefusedAndOthersStillTaken()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        var body = new JsonObject { ["type"] = "message", ["text"] = new string('س', 256 * 1024) }.ToJsonString();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await visitor.PostAsync(body)).StatusCode);
        await visitor.SayAsync(new string('س', 5000));
    }

    [Fact]
    public async Task Poll_ThousandMessages_NoneLostNoneTwice()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        var seen = new List<string>();
        var watermark = "";
        var sending = Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++)
            {
                await visitor.SayAsync($"m{i}");
            }
        });
        await Eventually.HoldsAsync(async () =>
        {
            var (activities, next) = await visitor.PollAsync(watermark);
            Assert.True(activities.Count > 0 || next == watermark || watermark.Length == 0);
            watermark = next;
            seen.AddRange(activities.Select(activity => (string)activity["text"]!));
            return seen.Count >= 1001;
        });
        await sending;

        Assert.Equal(1001, seen.Count);
        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"m{i}"), seen.Where(text => text[0] == 'm'));
        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"{i + 2}: m{i}"), seen.Where(text => text.Contains(": m", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Post_MoreThanAllowedAMinute_TheRestIsTurnedAwayForThisConversationOnly()
    {
        await using var host = await WebChatHost.Create().With("WebChat:MessagesPerMinute", "3").StartAsync();
        using var client = WebChatHost.NewClient(host);
        var eager = await DirectLineVisitor.ArriveAsync(client);
        var other = await DirectLineVisitor.ArriveAsync(client);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            statuses.Add((await eager.PostAsync("""{"type":"message","text":"مرة أخرى"}""")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, statuses[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        await other.SayAsync("دوري");
    }

    [Fact]
    public async Task SessionId_Always_IsNotThere() =>
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(new Uri("/v3/directline/session/getsessionid", UriKind.Relative))).StatusCode);
}
