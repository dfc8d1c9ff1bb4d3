using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Kayan.Bot.Health;

internal static class HealthExtensions
{
    public static IHostApplicationBuilder AddHealth(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database").AddCheck<InboxCheck>("inbox");
        return builder;
    }

    /// <summary>/health/live: the process runs. /health/ready: it can take and handle messages. Words only, no details.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}
