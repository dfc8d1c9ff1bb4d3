using Kayan.Bot.Observability;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kayan.Bot.Health;

/// <summary>One word for everybody; who runs the service sees the names of the failing checks too.</summary>
/// <param name="Status">The word.</param>
/// <param name="Failing">The checks that are not healthy.</param>
internal sealed record HealthAnswer(string Status, IReadOnlyList<string> Failing)
{
    public static async Task WriteAsync(HttpContext context, HealthReport report)
    {
        var status = report.Status.ToString();
        if ((await context.AuthenticateAsync(OperatorHandler.Scheme)).Succeeded)
        {
            var failing = report.Entries.Where(check => check.Value.Status != HealthStatus.Healthy).Select(check => check.Key);
            await context.Response.WriteAsJsonAsync(new HealthAnswer(status, [.. failing]));
            return;
        }

        context.Response.ContentType = "text/plain";
        await context.Response.WriteAsync(status);
    }
}
