using Hangfire;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kayan.Bot.Health;

/// <summary>
/// Degraded when no worker of the jobs has shown itself for two minutes: people are answered, but nobody is written to first. A service
/// that has just started has that long to begin.
/// </summary>
internal sealed class JobsCheck(JobStorage storage, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly DateTimeOffset _began = time.GetUtcNow();

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var since = (time.GetUtcNow() - Limit).UtcDateTime;
        var alive = _began > since || storage.GetMonitoringApi().Servers().Any(server => server.Heartbeat > since);
        return Task.FromResult(alive ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded());
    }
}
