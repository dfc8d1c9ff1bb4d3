using Kayan.Bot.Channels;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Pipeline;

/// <summary>
/// Settles sends of which nobody knows whether the provider took them. Twilio's API has no idempotency key: before anything
/// is sent again, a callback gets its time, then the provider's own list is asked.
/// </summary>
internal sealed partial class Reconciler(
    WriteQueue writes,
    OutboxSignal signal,
    IEnumerable<IChannel> channels,
    IServiceScopeFactory scopes,
    IOptions<PipelineOptions> options,
    TimeProvider time,
    ILogger<Reconciler> logger) : BackgroundService
{
    // The sender passes over what is too old anyway; this only writes it down.
    private const int ExpireEvery = 5;

    private readonly Dictionary<ChannelKind, IChannel> _channels = channels.ToDictionary(channel => channel.Kind);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Scan, time);
        var round = 0;
        do
        {
            try
            {
                if (round++ % ExpireEvery == 0)
                {
                    await writes.RunAsync(batch => OutboxClaim.Expire(batch, time.GetUtcNow()), stoppingToken);
                }

                await SettleAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SettleAsync(CancellationToken stopping)
    {
        var doubtful = await writes.RunAsync(batch => OutboxClaim.TakeAmbiguous(batch, time.GetUtcNow(), options.Value.AmbiguousGrace), stopping);
        foreach (var message in doubtful)
        {
            if (_channels.TryGetValue(message.Channel, out var channel))
            {
                var known = await KnownSidsAsync(message, stopping);
                var outcome = await channel.LookUpAsync(message.ToOutgoing(), message.FirstTriedAt, known, stopping);
                await writes.RunAsync(batch => Write(batch, message, outcome), stopping);
                LogSettled(message.Id, outcome.GetType().Name);
                signal.Raise();
            }
        }
    }

    /// <summary>The ids that belong to other messages of the same conversation, so that two alike are not taken for one.</summary>
    private async Task<IReadOnlySet<string>> KnownSidsAsync(OutboxClaim message, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KayanDbContext>();
        var since = message.FirstTriedAt.AddMinutes(-5);
        return await db.OutboxMessages
            .Where(m => m.ConversationId == message.ConversationId && m.Sid != null && m.CreatedAt >= since.AddDays(-1))
            .Select(m => m.Sid!).ToHashSetAsync(stopping);
    }

    private int Write(WriteBatch batch, OutboxClaim message, LookupOutcome outcome)
    {
        var now = time.GetUtcNow();
        return outcome switch
        {
            LookupOutcome.Found found => OutboxOutcome.Accept(batch, message, found.Sid),
            LookupOutcome.Absent => OutboxOutcome.Again(batch, message.Id, now),
            _ when now - message.FirstTriedAt > options.Value.AmbiguousLimit => OutboxOutcome.GiveUp(batch, message),
            _ => 0,
        };
    }

    [LoggerMessage(LogLevel.Information, "Outbox message {OutboxId} was ambiguous: {Outcome}.")]
    private partial void LogSettled(Guid outboxId, string outcome);

    [LoggerMessage(LogLevel.Warning, "Settling ambiguous sends failed with {Kind}.")]
    private partial void LogFailed(string kind);
}
