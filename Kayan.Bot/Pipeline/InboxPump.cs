using System.Collections.Concurrent;
using System.Threading.Channels;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Pipeline;

/// <summary>
/// Brings each conversation's messages to their turns: one at a time and in the order of arrival within a conversation,
/// different conversations side by side. Wakes on a signal and looks by itself for what a crash or another process left.
/// </summary>
internal sealed partial class InboxPump(
    InboxSignal signal,
    WriteQueue writes,
    TurnRunner runner,
    IServiceScopeFactory scopes,
    IOptions<PipelineOptions> options,
    TimeProvider time,
    ILogger<InboxPump> logger) : BackgroundService
{
    private readonly Channel<long> _ready = Channel.CreateUnbounded<long>();

    // true: signalled again while its turn runs
    private readonly ConcurrentDictionary<long, bool> _active = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var workers = Enumerable.Range(0, options.Value.Turns).Select(_ => WorkAsync(stoppingToken));
        var scan = options.Value.Turns > 0 ? ScanAsync(stoppingToken) : Task.CompletedTask;
        await Task.WhenAll([ListenAsync(stoppingToken), scan, .. workers]);
    }

    private async Task ListenAsync(CancellationToken stopping)
    {
        await foreach (var conversationId in signal.Reader.ReadAllAsync(stopping))
        {
            Ready(conversationId);
        }
    }

    private void Ready(long conversationId)
    {
        if (_active.TryAdd(conversationId, false))
        {
            _ready.Writer.TryWrite(conversationId);
        }
        else
        {
            // If the turn ends between the two, the conversation is free again and this signal starts it anew.
            if (!_active.TryUpdate(conversationId, true, false) && !_active.ContainsKey(conversationId))
            {
                Ready(conversationId);
            }
        }
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        await foreach (var conversationId in _ready.Reader.ReadAllAsync(stopping))
        {
            try
            {
                await HandleAsync(conversationId, stopping);
            }
            catch (StorageUnavailableException)
            {
                LogStorageUnavailable(conversationId);
            }
            finally
            {
                if (!_active.TryRemove(KeyValuePair.Create(conversationId, false)))
                {
                    _active[conversationId] = false;
                    _ready.Writer.TryWrite(conversationId);
                }
            }
        }
    }

    private async Task HandleAsync(long conversationId, CancellationToken stopping)
    {
        var turn = await writes.RunUnguardedAsync(batch => TurnClaim.Take(batch, conversationId, time.GetUtcNow(), options.Value.Lease), stopping);
        while (turn is not null)
        {
            // The turn in hand ends with its commit even while the service stops: the host waits for it.
            turn = await runner.RunAsync(turn, CancellationToken.None);
            stopping.ThrowIfCancellationRequested();
        }
    }

    private async Task ScanAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(options.Value.Scan, time);
        do
        {
            try
            {
                foreach (var conversationId in await WaitingAsync(stopping))
                {
                    Ready(conversationId);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogScanFailed(failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    private async Task<List<long>> WaitingAsync(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KayanDbContext>();
        var now = time.GetUtcNow();
        return await db.InboxMessages
            .Where(m => m.HandledAt == null && !db.ConversationLeases.Any(l => l.ConversationId == m.ConversationId && l.Until > now))
            .Select(m => m.ConversationId).Distinct().OrderBy(id => id).Take(1000).ToListAsync(stopping);
    }

    [LoggerMessage(LogLevel.Warning, "The turn of conversation {ConversationId} waits for the database.")]
    private partial void LogStorageUnavailable(long conversationId);

    [LoggerMessage(LogLevel.Warning, "Looking for waiting messages failed with {Kind}.")]
    private partial void LogScanFailed(string kind);
}
