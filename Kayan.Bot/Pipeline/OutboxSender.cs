using System.Security.Cryptography;
using Kayan.Bot.Channels;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Incidents;
using Kayan.Bot.Observability;
using Kayan.Bot.Storage;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Pipeline;

/// <summary>Sends what the outbox holds: claim, commit, HTTP with no database open, then the outcome in a commit of its own.</summary>
internal sealed partial class OutboxSender(
    OutboxSignal signal,
    WriteQueue writes,
    IEnumerable<IChannel> channels,
    ConversationFeed feed,
    SmsFallback fallback,
    QuietHours quiet,
    LoopGuard loops,
    IOptions<PipelineOptions> options,
    TimeProvider time,
    ILogger<OutboxSender> logger) : BackgroundService
{
    private readonly Dictionary<ChannelKind, IChannel> _channels = channels.ToDictionary(channel => channel.Kind);
    private readonly Dictionary<ChannelKind, SendGate> _gates =
        channels.ToDictionary(channel => channel.Kind, channel => new SendGate(channel.PerSecond, time));

    private readonly SemaphoreSlim _free = new(options.Value.Sends);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _free.WaitAsync(stoppingToken);
            _free.Release();
            var (claimed, pause) = await ClaimAsync(stoppingToken);
            foreach (var message in claimed)
            {
                await _free.WaitAsync(stoppingToken);
                _ = SendOutAsync(message, stoppingToken);
            }

            if (claimed.Count == 0)
            {
                await signal.WaitAsync(pause, time, stoppingToken);
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

    /// <summary>What may go now, and the time until the next look: a channel that had no room shortens it.</summary>
    private async Task<(List<OutboxClaim> Claimed, TimeSpan Pause)> ClaimAsync(CancellationToken stopping)
    {
        var (claimed, pause) = (new List<OutboxClaim>(), options.Value.Scan);
        foreach (var (channel, gate) in _gates)
        {
            var free = gate.Free();
            if (free == 0 && gate.Wait() is var wait && wait < pause)
            {
                pause = wait;
            }

            var room = Math.Min(free, _free.CurrentCount - claimed.Count);
            if (room > 0)
            {
                claimed.AddRange(await ClaimAsync(channel, room, stopping));
            }
        }

        return (claimed, pause);
    }

    private async Task<List<OutboxClaim>> ClaimAsync(ChannelKind channel, int room, CancellationToken stopping)
    {
        try
        {
            var claimed = await writes.RunUnguardedAsync(batch => Claim(batch, channel, room), stopping);
            if (claimed.Count > 0)
            {
                _gates[channel].Take(claimed.Count);
            }

            return claimed;
        }
        catch (StorageUnavailableException)
        {
            return [];
        }
    }

    private List<OutboxClaim> Claim(WriteBatch batch, ChannelKind channel, int room)
    {
        var now = time.GetUtcNow(); // when it is claimed, not when the writer was asked
        return OutboxClaim.Take(batch, channel, room, Outbox.LeastPriority(quiet, now), now, options.Value.SendClaim);
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
            using var span = Spans.Send(message.Id, message.Channel, message.TraceParent);
            var (outcome, jitter) = (await TryAsync(message), Jitter());
            Measures.Sent(message.Channel, outcome);
            Spans.Note(span, outcome);
            var turned = _gates[message.Channel].Note(outcome, jitter);
            var next = await writes.RunUnguardedAsync(batch => Settle(batch, message, outcome, jitter, turned, stopping), CancellationToken.None);
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

    private async Task<SendOutcome> TryAsync(OutboxClaim message)
    {
        var channel = _channels[message.Channel];
        var outgoing = message.ToOutgoing();
        if (!loops.Allows(message.To, message.Words))
        {
            return new SendOutcome.Looping();
        }

        if (channel.Units(outgoing) is > 1 and var units)
        {
            _gates[message.Channel].Take(units - 1);
        }

        return await channel.SendAsync(outgoing, CancellationToken.None);
    }

    private OutboxClaim? Settle(
        WriteBatch batch, OutboxClaim message, SendOutcome outcome, double jitter, SendGate.Turn turned, CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        OutboxOutcome.Write(batch, message, outcome, jitter, options.Value, fallback, now);
        _ = turned switch
        {
            SendGate.Turn.FellSilent => IncidentLog.Raise(batch, IncidentKind.ProviderDown, message.Channel.ToString(), null, now),
            SendGate.Turn.Answers => IncidentLog.Resolve(batch, IncidentKind.ProviderDown, message.Channel.ToString(), now),
            _ => 0,
        };
        var gate = _gates[message.Channel];
        if (stopping.IsCancellationRequested || !gate.TryTake())
        {
            return null;
        }

        var next = OutboxClaim.TakeNext(batch, message.ConversationId, Outbox.LeastPriority(quiet, now), now, options.Value.SendClaim);
        if (next is null)
        {
            gate.PutBack();
        }

        return next;
    }

    private static double Jitter() => 0.9 + (RandomNumberGenerator.GetInt32(0, 201) / 1000.0);

    [LoggerMessage(LogLevel.Warning, "The service stopped while messages were on their way out; they are looked up after the next start.")]
    private partial void LogCutShort();

    [LoggerMessage(LogLevel.Debug, "Outbox message {OutboxId}: {Outcome}.")]
    private partial void LogOutcome(Guid outboxId, string outcome);

    [LoggerMessage(LogLevel.Warning, "Outbox message {OutboxId} is left to the reconciler after {Kind}.")]
    private partial void LogFailed(Guid outboxId, string kind);
}
