using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kayan.Bot.Health;

/// <summary>Degraded when a message has waited for its turn longer than a minute.</summary>
internal sealed class InboxCheck(KayanDbContext db, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var limit = time.GetUtcNow().AddMinutes(-1);
        return await db.InboxMessages.AnyAsync(m => m.HandledAt == null && m.ReceivedAt < limit, cancellationToken)
            ? HealthCheckResult.Degraded()
            : HealthCheckResult.Healthy();
    }
}
