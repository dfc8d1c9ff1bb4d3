using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Console.Reading;

/// <summary>Reads requests for the console.</summary>
internal sealed class RequestReader(KayanDbContext db, QuietHours quiet, TimeProvider time)
{
    public const int Page = 50;

    /// <summary>The committee answers after not less than two weeks (policy, rule 6): from then on somebody should ask.</summary>
    public static readonly TimeSpan CommitteeTerm = TimeSpan.FromDays(14);

    public Task<int> CountAsync(RequestFilter filter, CancellationToken cancellationToken) =>
        Matching(filter).CountAsync(cancellationToken);

    /// <summary>Those that have waited longest in their stage first.</summary>
    public Task<List<RequestRow>> ListAsync(RequestFilter filter, int take, CancellationToken cancellationToken) =>
        (from request in Matching(filter)
         join person in db.People on request.PersonId equals person.Id
         orderby request.StageSince, request.Id
         select new RequestRow(request.Number, request.Title, request.Stage, request.StageSince, person.FullName, request.ServedBy))
            .Take(take).ToListAsync(cancellationToken);

    /// <summary>The request; null where there is none with this number.</summary>
    public async Task<RequestView?> ReadAsync(string number, CancellationToken cancellationToken)
    {
        var request = await db.Requests.AsNoTracking().AsSplitQuery().Include(r => r.History).Include(r => r.Requirements)
            .SingleOrDefaultAsync(r => r.Number == number, cancellationToken);
        if (request is null)
        {
            return null;
        }

        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == request.PersonId, cancellationToken);
        var conversations = await db.Conversations.Where(c => db.ConversationsOf(person.Id).Contains(c.Id))
            .OrderByDescending(c => c.LastInboundAt).Select(c => c.Id).ToListAsync(cancellationToken);
        var ratings = await db.StageRatings.AsNoTracking().Where(r => r.RequestId == request.Id)
            .ToDictionaryAsync(r => r.StageEntryId, cancellationToken);
        var movers = request.History.Select(e => e.By).Distinct().ToList();
        var names = await db.Users.Where(u => movers.Contains(u.UserName!))
            .ToDictionaryAsync(u => u.UserName!, u => u.DisplayName, cancellationToken);
        return new RequestView(
            new(number, request.Title, request.Stage, request.StageSince, person.FullName, request.ServedBy),
            request.CreatedAt,
            request.Version,
            [.. request.History.OrderByDescending(e => e.Id)],
            [.. request.Requirements.OrderBy(r => r.Id)],
            await DocumentsAsync(request.Id, cancellationToken),
            ratings,
            conversations,
            await PlannedAsync(request.Id, cancellationToken),
            names);
    }

    private async Task<IReadOnlyList<PlannedMessage>> PlannedAsync(long requestId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var pending = await db.FollowUps.AsNoTracking().Where(f => f.RequestId == requestId && f.State == FollowUpState.Pending)
            .OrderBy(f => f.DueAt).ThenBy(f => f.Id).ToListAsync(cancellationToken);
        return [.. pending.Select(f => new PlannedMessage(f.Id, f.Kind, WhenItGoes(f, now))).OrderBy(planned => planned.At ?? DateTimeOffset.MaxValue)];
    }

    private DateTimeOffset? WhenItGoes(FollowUp followUp, DateTimeOffset now)
    {
        var at = quiet.NextAllowed(FollowUpPlan.ClassOf(followUp.Kind), followUp.DueAt > now ? followUp.DueAt : now);
        return at < followUp.ExpiresAt ? at : null;
    }

    private async Task<List<DocumentView>> DocumentsAsync(long requestId, CancellationToken cancellationToken)
    {
        var rows = await (
            from paper in db.Requirements
            where paper.RequestId == requestId
            join document in db.SubmittedDocuments on paper.Id equals document.RequirementId
            join file in db.Files on document.FileId equals file.Id
            orderby document.Id
            select new { document.Id, RequirementId = paper.Id, FileId = file.Id, file.Name, file.ContentType, file.State, file.Reason })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new DocumentView(
            row.Id, row.RequirementId, SentFile.Of(row.FileId, row.Name, row.ContentType, row.State, row.Reason)));
    }

    private IQueryable<Request> Matching(RequestFilter filter)
    {
        var requests = db.Requests.AsNoTracking().AsQueryable();
        if (filter.Stage is { } stage)
        {
            requests = requests.Where(r => r.Stage == stage);
        }

        if (filter.Number is { Length: > 0 } number)
        {
            requests = requests.Where(r => r.Number == number);
        }

        if (filter.LateAtCommittee)
        {
            var before = time.GetUtcNow() - CommitteeTerm;
            requests = requests.Where(r => r.Stage == RequestStage.CommitteeReview && r.StageSince <= before);
        }

        return requests;
    }
}
