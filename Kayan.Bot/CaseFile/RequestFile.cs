using System.Linq.Expressions;
using Kayan.Bot.Dialogs.Status;
using Kayan.Bot.Domain.Documents;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.CaseFile;

/// <summary>The requests, as people may hear of them.</summary>
internal sealed class RequestFile(KayanDbContext db) : ICaseFile
{
    public async Task<IReadOnlyList<RequestView>> RequestsOfAsync(long personId, CancellationToken cancellationToken) =>
        await db.Requests.AsNoTracking().Where(request => request.PersonId == personId)
            .OrderByDescending(request => request.Id).Select(View).ToListAsync(cancellationToken);

    public Task<RequestView?> FindAsync(long requestId, CancellationToken cancellationToken) =>
        db.Requests.AsNoTracking().Where(request => request.Id == requestId).Select(View).SingleOrDefaultAsync(cancellationToken);

    private static readonly Expression<Func<Request, RequestView>> View = request => new RequestView(
        request.Id,
        request.Number,
        request.Title,
        request.Stage,
        request.StageSince,
        request.History.OrderByDescending(entry => entry.Id).Select(entry => entry.Reason).FirstOrDefault(),
        request.Requirements.Where(paper => paper.State != RequirementState.Received)
            .OrderBy(paper => paper.Id).Select(paper => new PaperView(
                paper.Name, paper.State == RequirementState.Expired, paper.State == RequirementState.Submitted)).ToList());
}
