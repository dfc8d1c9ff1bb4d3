using System.Security.Cryptography;
using Kayan.Bot.Channels;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Storage;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Pipeline;

/// <summary>Sends what the outbox holds: claim, commit, HTTP with no database open, then the outcome in a commit of its own.</summary>
internal sealed partial class OutboxSender(
    OutboxSignal signal,
    WriteQueue writes,
    IEnumerable<IChannel> channels,
    ConversationFeed feed,
    IOptions<PipelineOptions> options,
    TimeProvider time,
    ILogger<OutboxSender> logger) : BackgroundService
{
    private readonly Dictionary<ChannelKind, IChannel> _channels = channels.ToDictionary(channel => channel.Kind);
    private readonly SemaphoreSlim _free = new(options.Value.Sends);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _free.WaitAsync(stoppingToken);
            _free.Release();
            var claimed = await ClaimAsync(stoppingToken);
            foreach (var message in claimed)
            {
                await _free.WaitAsync(stoppingToken);
                _ = SendOutAsync(message, stoppingToken);
            }

            if (claimed.Count == 0)
            {
                await signal.WaitAsync(options.Value.Scan, time, stoppingToken);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            for (var i = 0; i < options.Value.Sends; i++)
            {
                await _free.WaitAsync(cancellationToken); // what is on its way out ends with its outcome written
            }
        }
        catch (OperationCanceledException)
        {
            LogCutShort(); // no time left: the reconciler settles it after the next start
        }
    }

    public override void Dispose()
    {
        _free.Dispose();
        base.Dispose();
    }

    private async Task<List<OutboxClaim>> ClaimAsync(CancellationToken stopping)
    {
        try
        {
            var room = Math.Max(1, _free.CurrentCount);
            return await writes.RunUnguardedAsync(batch => OutboxClaim.Take(batch, room, time.GetUtcNow(), options.Value.SendClaim), stopping);
        }
        catch (StorageUnavailableException)
        {
            return [];
        }
    }

    /// <summary>Sends the message and then what else its conversation has, one after the other.</summary>
    private async Task SendOutAsync(OutboxClaim message, CancellationToken stopping)
    {
        try
        {
            for (OutboxClaim? next = message; next is not null;)
            {
                next = await SendAsync(next, stopping);
            }
        }
        finally
        {
            _free.Release();
            if (!stopping.IsCancellationRequested)
            {
                signal.Raise();
            }
        }
    }

    /// <summary>Sends one message; the commit of its outcome claims the conversation's next, which this gives.</summary>
    private async Task<OutboxClaim?> SendAsync(OutboxClaim message, CancellationToken stopping)
    {
        if (time.GetUtcNow() > message.ClaimedAt + (options.Value.SendClaim / 4))
        {
            return null; // this process stood still: the message may be another's by now, the reconciler settles it
        }

        try
        {
            var outcome = _channels.TryGetValue(message.Channel, out var channel)
                ? await channel.SendAsync(message.ToOutgoing(), CancellationToken.None)
                : new SendOutcome.Failed(null);
            var next = await writes.RunUnguardedAsync(batch => Settle(batch, message, outcome, stopping), CancellationToken.None);
            LogOutcome(message.Id, outcome.GetType().Name);
            feed.Publish(message.ConversationId);
            return next;
        }
        catch (Exception failure)
        {
            // The claim runs out and the reconciler settles it.
            LogFailed(message.Id, failure.GetType().Name);
            return null;
        }
    }

    private OutboxClaim? Settle(WriteBatch batch, OutboxClaim message, SendOutcome outcome, CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        OutboxOutcome.Write(batch, message, outcome, Jitter(), options.Value, now);
        return stopping.IsCancellationRequested ? null : OutboxClaim.TakeNext(batch, message.ConversationId, now, options.Value.SendClaim);
    }

    private static double Jitter() => 0.9 + (RandomNumberGenerator.GetInt32(0, 201) / 1000.0);

    [LoggerMessage(LogLevel.Warning, "The service stopped while messages were on their way out; they are looked up after the next start.")]
    private partial void LogCutShort();

    [LoggerMessage(LogLevel.Debug, "Outbox message {OutboxId}: {Outcome}.")]
    private partial void LogOutcome(Guid outboxId, string outcome);

    [LoggerMessage(LogLevel.Warning, "Outbox message {OutboxId} is left to the reconciler after {Kind}.")]
    private partial void LogFailed(Guid outboxId, string kind);
}
