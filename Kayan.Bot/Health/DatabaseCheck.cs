using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kayan.Bot.Health;

/// <summary>Red when the database does not take a write: locked, full or read-only counts as much as away.</summary>
internal sealed class DatabaseCheck(WriteQueue writes, TimeProvider time) : IHealthCheck
{
    // A nearly full disk takes a small write and refuses the next message, so a failure is remembered for a while.
    private const int Recently = 15_000;

    private const long NoConversation = -1;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // The row of no conversation: a write like any other.
            await writes.RunAsync(
                batch => TurnClaim.TakeLease(batch, NoConversation, time.GetUtcNow(), TimeSpan.Zero),
                cancellationToken);
            return writes.FailedWithin(Recently) ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy();
        }
        catch (StorageUnavailableException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}
