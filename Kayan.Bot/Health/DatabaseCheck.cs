using Kayan.Bot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kayan.Bot.Health;

/// <summary>Red when the database does not take a write: locked, full or read-only counts as much as away.</summary>
internal sealed class DatabaseCheck(WriteQueue writes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // A write without effect still needs the lock and room on the disk.
            await writes.RunAsync(batch => batch.Execute("UPDATE ConversationLeases SET Until = 0 WHERE ConversationId = -1"), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StorageUnavailableException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}
