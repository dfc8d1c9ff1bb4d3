using Kayan.Bot.Incidents;
using Kayan.Bot.Observability;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kayan.Bot.Health;

/// <summary>Degraded while something is wrong with a WhatsApp template: notices go as text messages, or not at all.</summary>
internal sealed class TemplatesCheck(Backlog backlog) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        (await backlog.IncidentsAsync(cancellationToken)).Keys.Any(IsOfATemplate) ? HealthCheckResult.Degraded() : HealthCheckResult.Healthy();

    private static bool IsOfATemplate(IncidentKind kind) => kind is
        IncidentKind.TemplateRejected or IncidentKind.TemplateStopped or IncidentKind.TemplateMoved or IncidentKind.TemplateMissing;
}
