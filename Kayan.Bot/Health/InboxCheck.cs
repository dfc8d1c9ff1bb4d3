using Kayan.Bot.Observability;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kayan.Bot.Health;

/// <summary>Degraded when a message has waited for its turn longer than a minute.</summary>
internal sealed class InboxCheck(Backlog backlog, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await backlog.InboxSinceAsync(cancellationToken) < time.GetUtcNow() - Limit ? HealthCheckResult.Degraded() : HealthCheckResult.Healthy();
}
