using System.Diagnostics;
using System.Text.Json.Nodes;
using Kayan.Bot.Channels.WebChat;
using Kayan.Bot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Kayan.Bot.Tests.Channels.WebChat;

/// <summary>Microsoft's own client, as Web Chat carries it, against the service.</summary>
public sealed class DirectLinePeerTests : ChatTests
{
    [NodePackagesFact]
    public async Task Peer_OnASocket_SeesEchoAndReply()
    {
        var result = await RunAsync("talk");
        var id = (string?)result["id"];
        var seen = result["seen"]!.AsArray();

        Assert.Equal(["1: conversation.started", "السلام عليكم", "2: السلام عليكم"], seen.Select(activity => (string)activity!["text"]!));
        Assert.Equal((id, "user", "c-1"), ((string)seen[1]!["id"]!, (string)seen[1]!["role"]!, (string)seen[1]!["clientActivityID"]!));
        Assert.StartsWith("dl_", (string)seen[1]!["user"]!, StringComparison.Ordinal);
        Assert.Equal((id, "bot"), ((string)seen[2]!["replyToId"]!, (string)seen[2]!["role"]!));
    }

    [NodePackagesFact]
    public async Task Peer_Polling_LosesAndDoublesNothing()
    {
        var texts = Texts((await RunAsync("poll"))["texts"]);

        Assert.Equal(61, texts.Count);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"m{i}"), texts.Where(text => text[0] == 'm'));
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"{i + 2}: m{i}"), texts.Where(text => text.Contains(": m", StringComparison.Ordinal)));
    }

    [NodePackagesFact]
    public async Task Peer_SocketLost_ComesBackAndGetsExactlyWhatItMissed()
    {
        var result = await RunAsync("reconnect");

        Assert.Equal(2, (int)result["sockets"]!);
        Assert.Equal(
            ["1: conversation.started", "2: الأولى", "3: الثانية", "الأولى", "الثانية"],
            Texts(result["texts"]).Order(StringComparer.Ordinal));
    }

    [NodePackagesFact]
    public async Task Peer_TokenExpired_IsToldAndGoesOnWithANewOne()
    {
        var result = await RunAsync("expire");

        Assert.Equal("retry", (string)result["refused"]!);
        Assert.Contains(3, result["statuses"]!.AsArray().Select(status => (int)status!));
        Assert.Matches(@"\|\d{7,}$", (string)result["id"]!);
        Assert.Equal(["1: conversation.started", "بعد التجديد", "2: بعد التجديد"], Texts(result["history"]));
    }

    private static List<string> Texts(JsonNode? texts) => [.. texts!.AsArray().Select(text => (string)text!)];

    private async Task<JsonNode> RunAsync(string scenario)
    {
        var visitor = new DirectLineVisitor(Client, origin: null) { Token = WebChatHost.Secret };
        var granted = await DirectLineVisitor.ReadAsync(await visitor.SendAsync(HttpMethod.Post, "/tokens/generate", "{}"));
        var script = Path.Combine(Prerequisite.ProjectFolder, "Channels", "WebChat", "directline-peer.mjs");
        var token = (string)granted["token"]!;
        var start = new ProcessStartInfo("node", [script, scenario, Origin, token, Expired(token)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Prerequisite.ProjectFolder,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var line = await process.StandardOutput.ReadLineAsync();
        await process.WaitForExitAsync();
        Assert.True(line is not null, await errors);
        var result = JsonNode.Parse(line)!;
        Assert.True(result["error"] is null, (string?)result["error"]);
        return result;
    }

    /// <summary>A token of the same visitor whose time was over an hour ago.</summary>
    private string Expired(string token)
    {
        var visitor = new DirectLineVisitor(Client, origin: null) { Token = token };
        var past = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddHours(-2));
        var tokens = new ChatTokens(Host.Services.GetRequiredService<IOptions<WebChatOptions>>(), past);
        return tokens.Issue(new ChatToken(Visitor.Parse(visitor.User)!.Value, null, past.GetUtcNow()), TokenUse.Chat)!;
    }
}
