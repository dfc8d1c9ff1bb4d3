using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Templates;

/// <summary>Brings the provider's templates to what the code says. Running it again, or after it broke off, does no harm.</summary>
internal sealed class TemplateSync(KayanDbContext db, WriteQueue writes, ContentApi api, TimeProvider time)
{
    /// <summary>Stores and submits what is missing.</summary>
    /// <returns>The templates that were new.</returns>
    /// <exception cref="ContentApiException">The provider refused or did not answer; what was done until then is kept.</exception>
    public async Task<IReadOnlyList<ContentTemplate>> RunAsync(CancellationToken cancellationToken)
    {
        var known = await db.ContentTemplates.ToListAsync(cancellationToken);
        var missing = TemplateFile.All.Where(template => !known.Exists(row => Is(row, template))).ToList();
        var stored = missing.Count == 0 ? new Dictionary<string, string>() : await api.ListAsync(cancellationToken);
        var added = new List<ContentTemplate>();
        foreach (var template in missing)
        {
            var sid = stored.GetValueOrDefault(template.FullName) ?? await api.CreateAsync(template, cancellationToken);
            added.Add(Row(template, sid));
            db.ContentTemplates.Add(added[^1]);
            await writes.SaveChangesAsync(db, cancellationToken);
        }

        foreach (var row in known.Concat(added).Where(row => row.State is ApprovalState.Unsubmitted && row.Category is not null))
        {
            await SubmitAsync(row, cancellationToken);
        }

        return added;
    }

    /// <summary>What was submitted before the last run broke off is not submitted twice: the provider is asked first.</summary>
    private async Task SubmitAsync(ContentTemplate row, CancellationToken cancellationToken)
    {
        if (TemplateFile.All.FirstOrDefault(template => Is(row, template)) is not { Category: { } category } template)
        {
            return;
        }

        var approval = await api.ApprovalAsync(row.Sid, cancellationToken);
        if (approval.State is ApprovalState.Unsubmitted)
        {
            approval = await api.SubmitAsync(row.Sid, template.FullName, category, cancellationToken);
        }

        row.State = approval.State is ApprovalState.Unsubmitted ? ApprovalState.Pending : approval.State;
        (row.GivenCategory, row.Reason, row.CheckedAt) = (approval.Category, approval.Reason, time.GetUtcNow());
        await writes.SaveChangesAsync(db, cancellationToken);
    }

    private static bool Is(ContentTemplate row, TemplateDefinition template) =>
        row.Name == template.Name && row.Language == template.Language && row.Version == template.Version;

    private ContentTemplate Row(TemplateDefinition template, string sid) => new()
    {
        Name = template.Name,
        Language = template.Language,
        Version = template.Version,
        Sid = sid,
        Category = template.Category,
        Variables = string.Join(',', template.Samples.Select(sample => sample.Key)),
        State = template.Category is null ? ApprovalState.NotNeeded : ApprovalState.Unsubmitted,
        CreatedAt = time.GetUtcNow(),
    };
}
