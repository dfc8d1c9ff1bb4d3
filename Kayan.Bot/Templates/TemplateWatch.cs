using Hangfire;
using Kayan.Bot.Incidents;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Templates;

/// <summary>
/// Reads back where each template stands, and what category it has: WhatsApp decides late, pauses what people report, and moves
/// templates between categories. What a person has to know becomes an incident; it closes by itself when it is over.
/// </summary>
internal sealed partial class TemplateWatch(
    KayanDbContext db, WriteQueue writes, ContentApi api, IncidentLog incidents, TemplateBook book, TimeProvider time, ILogger<TemplateWatch> logger)
{
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var row in await db.ContentTemplates.Where(row => row.Category != null).ToListAsync(cancellationToken))
        {
            try
            {
                await LookAsync(row, cancellationToken);
            }
            catch (ContentApiException failure)
            {
                LogNotRead(row.Id, failure.InnerException?.GetType().Name ?? "refusal");
                return; // the next run looks again
            }
        }

        await book.ReloadAsync(cancellationToken);
    }

    private async Task LookAsync(ContentTemplate row, CancellationToken cancellationToken)
    {
        var approval = await api.ApprovalAsync(row.Sid, cancellationToken);
        (row.State, row.GivenCategory, row.Reason, row.CheckedAt) = (approval.State, approval.Category, approval.Reason, time.GetUtcNow());
        await writes.SaveChangesAsync(db, cancellationToken);
        var name = $"{row.Name} ({row.Language})";
        if (TemplateFile.Find(row.Name, row.Language)?.Version != row.Version)
        {
            return; // other words have taken its place: nobody has to act
        }

        await TellAsync(row.State is ApprovalState.Rejected, IncidentKind.TemplateRejected, name, row.Reason, cancellationToken);
        await TellAsync(row.State is ApprovalState.Paused or ApprovalState.Disabled, IncidentKind.TemplateStopped, name, row.Reason, cancellationToken);
        var moved = row.GivenCategory is { Length: > 0 } given && !given.Equals(row.Category, StringComparison.OrdinalIgnoreCase);
        await TellAsync(moved, IncidentKind.TemplateMoved, name, row.GivenCategory, cancellationToken);
        if (row.State is ApprovalState.Approved)
        {
            await incidents.ResolveAsync(IncidentKind.TemplateMissing, name, cancellationToken);
        }
    }

    /// <summary>Told once: an incident that is open already, or was closed by a person, is not opened again for the same state.</summary>
    private async Task TellAsync(bool wrong, IncidentKind kind, string name, string? detail, CancellationToken cancellationToken)
    {
        var last = await db.Incidents.AsNoTracking().Where(i => i.Kind == kind && i.Subject == name)
            .OrderByDescending(i => i.Id).FirstOrDefaultAsync(cancellationToken);
        if (!wrong)
        {
            await (last is { ClosedAt: null } ? incidents.ResolveAsync(kind, name, cancellationToken) : Task.CompletedTask);
        }
        else if (last is null || (last is { ClosedAt: not null, ClosedBy: null }))
        {
            await incidents.RaiseAsync(kind, name, detail, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The state of template {TemplateId} could not be read: {Kind}.")]
    private partial void LogNotRead(long templateId, string kind);
}
