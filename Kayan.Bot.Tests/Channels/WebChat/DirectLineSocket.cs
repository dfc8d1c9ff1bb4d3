using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Kayan.Bot.Tests.Channels.WebChat;

/// <summary>A client's socket: what arrives on it, in order.</summary>
internal sealed class DirectLineSocket(ClientWebSocket socket) : IDisposable
{
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(30));
    private readonly Queue<JsonObject> _arrived = [];

    public string Watermark { get; private set; } = "";

    public static async Task<DirectLineSocket> OpenAsync(string streamUrl, string? origin = null)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await socket.ConnectAsync(new Uri(streamUrl), CancellationToken.None);
        return new DirectLineSocket(socket);
    }

    /// <summary>The next message; typing is left out.</summary>
    public async Task<JsonObject> NextAsync()
    {
        while (true)
        {
            if (_arrived.TryDequeue(out var activity))
            {
                if ((string?)activity["type"] == "message")
                {
                    return activity;
                }
            }
            else
            {
                await ReceiveAsync();
            }
        }
    }

    public async Task<JsonObject> NextOfTypeAsync(string type)
    {
        while (true)
        {
            if (_arrived.TryDequeue(out var activity) && (string?)activity["type"] == type)
            {
                return activity;
            }

            if (_arrived.Count == 0)
            {
                await ReceiveAsync();
            }
        }
    }

    public Task SendEmptyAsync() => socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, _limit.Token).AsTask();

    /// <summary>Waits until the other side closes.</summary>
    public async Task ClosedAsync()
    {
        while ((await socket.ReceiveAsync(new Memory<byte>(new byte[65536]), _limit.Token)).MessageType != WebSocketMessageType.Close)
        {
        }
    }

    /// <summary>Goes without a word, as a phone does that loses its network.</summary>
    public void Dispose()
    {
        socket.Abort();
        socket.Dispose();
        _limit.Dispose();
    }

    private async Task ReceiveAsync()
    {
        using var memory = new MemoryStream();
        var buffer = new byte[16384];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), _limit.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                throw new InvalidOperationException("The socket was closed.");
            }

            memory.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        if (memory.Length == 0)
        {
            return;
        }

        var set = JsonNode.Parse(memory.ToArray())!;
        Watermark = (string?)set["watermark"] ?? Watermark;
        foreach (var activity in set["activities"]!.AsArray())
        {
            _arrived.Enqueue(activity!.AsObject());
        }
    }
}
