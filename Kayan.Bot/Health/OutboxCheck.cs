using Kayan.Bot.Observability;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kayan.Bot.Health;

/// <summary>Degraded when a message that could be sent has waited for longer than five minutes. What the night holds back does not wait.</summary>
internal sealed class OutboxCheck(Backlog backlog, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await backlog.OutboxSinceAsync(cancellationToken) < time.GetUtcNow() - Limit ? HealthCheckResult.Degraded() : HealthCheckResult.Healthy();
}
