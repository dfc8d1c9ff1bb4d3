using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Kayan.Bot.Pipeline;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>
/// Sends one client what is new in its conversation. The feed only wakes it: what it sends it reads from the case file after its
/// position, so that nothing is lost between two looks.
/// </summary>
internal sealed partial class ActivitySocket(
    WebSocket socket, OpenConversation conversation, Transcript transcript, ConversationFeed feed, TimeProvider time, ILogger logger)
{
    /// <summary>It looks this often by itself, should a note of another node have been lost.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public long ConversationId => conversation.RowId;

    /// <summary>Ends <see cref="RunAsync"/>; safe at any time.</summary>
    public void Close() => _wake.Writer.TryComplete();

    public async Task RunAsync(long watermark, CancellationToken stopping)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var subscription = feed.Subscribe(conversation.RowId, _ => _wake.Writer.TryWrite(true));
        using var timer = time.CreateTimer(_ => _wake.Writer.TryWrite(true), null, Look, Look);
        _wake.Writer.TryWrite(true);
        var sending = SendAsync(watermark, both.Token);
        var receiving = ReceiveAsync();
        await Task.WhenAny(sending, receiving);
        await both.CancelAsync();
        await Quietly(sending);
        await SayGoodbyeAsync(receiving);
    }

    private async Task SendAsync(long watermark, CancellationToken stopping)
    {
        Position? position = null;
        await foreach (var _ in _wake.Reader.ReadAllAsync(stopping))
        {
            try
            {
                var live = position is not null;
                position ??= await transcript.ResumeAsync(conversation, watermark, stopping);
                position = await SendNewAsync(position.Value, live, stopping);
            }
            catch (Exception failure) when (failure is not (OperationCanceledException or WebSocketException))
            {
                LogReadFailed(failure.GetType().Name, conversation.RowId);
            }
        }
    }

    private async Task<Position> SendNewAsync(Position position, bool live, CancellationToken stopping)
    {
        ActivitySet set;
        do
        {
            set = await transcript.ReadAsync(conversation, position, stopping);
            if (set.Activities.Count > 0)
            {
                await SendAsync(set.ToJson(), stopping);
            }

            position = set.Position;
        }
        while (set.More);
        if (live && set.AwaitsAnswer && await transcript.BotAnswersAsync(conversation, stopping))
        {
            await SendAsync(new JsonObject { ["activities"] = new JsonArray(conversation.Typing(position)) }, stopping);
        }

        return position;
    }

    private async Task SendAsync(JsonObject frame, CancellationToken stopping)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(frame, ActivityEndpoints.Json);
        await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, stopping);
    }

    /// <summary>Clients send empty frames to keep the line open, and nothing else of interest.</summary>
    private async Task ReceiveAsync()
    {
        var buffer = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
        }
    }

    /// <summary>A receive that is cancelled tears the connection down, so that it ends by the other side's goodbye, or is left to the caller.</summary>
    private async Task SayGoodbyeAsync(Task receiving)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
        await Quietly(socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token));
        await Quietly(receiving.WaitAsync(patience.Token));
    }

    private static async Task Quietly(Task task)
    {
        try
        {
            await task;
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
        }
    }

    [LoggerMessage(LogLevel.Warning, "A socket could not read conversation {ConversationId}: {Kind}. It looks again later.")]
    private partial void LogReadFailed(string kind, long conversationId);
}
