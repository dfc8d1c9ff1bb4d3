using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kayan.Bot.Health;

internal static class HealthExtensions
{
    /// <summary>
    /// Only a database that takes nothing takes the node out of service. Whatever else is wrong is wrong on every node, or does not keep
    /// it from taking messages: it is degraded, which answers 200.
    /// </summary>
    public static IHostApplicationBuilder AddHealth(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<JobsCheck>();
        builder.Services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database")
            .AddCheck<InboxCheck>("inbox", HealthStatus.Degraded)
            .AddCheck<OutboxCheck>("outbox", HealthStatus.Degraded)
            .AddCheck<JobsCheck>("jobs", HealthStatus.Degraded)
            .AddCheck<TemplatesCheck>("templates", HealthStatus.Degraded);
        return builder;
    }

    /// <summary>/health/live: the process runs. /health/ready: it can take and handle messages.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.ServiceProvider.GetRequiredService<JobsCheck>(); // its clock runs from the start
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = HealthAnswer.WriteAsync }).AllowAnonymous();
    }
}
