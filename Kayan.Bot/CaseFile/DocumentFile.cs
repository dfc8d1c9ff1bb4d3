using Kayan.Bot.Dialogs;
using Kayan.Bot.Dialogs.Documents;
using Kayan.Bot.Dialogs.Verification;
using Kayan.Bot.Domain.Documents;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Files;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.CaseFile;

/// <summary>Papers handed in by who writes: as the person whose address it is, or for the request that a visitor has proved to be theirs.</summary>
internal sealed class DocumentFile(KayanDbContext db, CurrentConversation conversation, IVerification verification, TimeProvider time) : IDocuments
{
    public async Task<IReadOnlyList<MissingPaper>> MissingAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) is { } requests
            ? await (
                from request in requests
                from paper in request.Requirements
                where paper.State == RequirementState.Missing || paper.State == RequirementState.Expired
                orderby request.Id descending, paper.Id
                select new MissingPaper(paper.Id, paper.Name, request.Number)).ToListAsync(cancellationToken)
            : [];

    public async Task<bool> SubmitAsync(long paperId, IReadOnlyCollection<string> files, CancellationToken cancellationToken)
    {
        var paper = await OpenAsync(cancellationToken) is { } requests
            ? await db.Requirements.Include(p => p.Documents)
                .SingleOrDefaultAsync(p => p.Id == paperId && requests.Any(request => request.Id == p.RequestId), cancellationToken)
            : null;
        var named = files.Select(FileEndpoints.IdOf).OfType<Guid>().ToList();
        var own = await db.Files
            .Where(file => named.Contains(file.Id) && file.State != FileState.Refused && file.Message!.ConversationId == conversation.Id)
            .Select(file => file.Id).ToListAsync(cancellationToken);
        if (paper is null || own.Count == 0)
        {
            return false;
        }

        foreach (var file in named.Where(own.Contains))
        {
            paper.Submit(file, time.GetUtcNow());
        }

        return true;
    }

    private async Task<IQueryable<Request>?> OpenAsync(CancellationToken cancellationToken)
    {
        var waiting = db.Requests.Where(request => request.Stage == RequestStage.DocumentsNeeded);
        if (conversation.PersonId is { } person)
        {
            return waiting.Where(request => request.PersonId == person);
        }

        return await verification.VerifiedRequestAsync(cancellationToken) is { } verified ? waiting.Where(request => request.Id == verified) : null;
    }
}
