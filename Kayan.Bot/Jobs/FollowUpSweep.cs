using Hangfire;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Jobs;

/// <summary>
/// Finds the follow-ups that are due in our own rows and starts a job for each person's first. Runs on any number of nodes and as often
/// as it likes: a job that was started twice does its work once.
/// </summary>
internal sealed class FollowUpSweep(
    KayanDbContext db, FollowUpSignal signal, QuietHours quiet, IOptions<FollowUpOptions> options, TimeProvider time)
{
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var kinds = quiet.KindsAt(now);
        if (kinds.Count == 0)
        {
            return;
        }

        foreach (var id in await DueAsync(kinds, now, cancellationToken))
        {
            signal.Raise(id);
        }
    }

    /// <summary>Each person's first follow-up that is due and may go, the longest waiting first.</summary>
    private async Task<List<long>> DueAsync(IReadOnlyCollection<FollowUpKind> kinds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due =
            from followUp in db.FollowUps
            where followUp.State == FollowUpState.Pending && followUp.DueAt <= now && kinds.Contains(followUp.Kind)
            join request in db.Requests on followUp.RequestId equals request.Id
            select new { followUp.Id, followUp.DueAt, request.PersonId };
        return await due
            .Where(f => !due.Any(e => e.PersonId == f.PersonId && (e.DueAt < f.DueAt || (e.DueAt == f.DueAt && e.Id < f.Id))))
            .OrderBy(f => f.DueAt).ThenBy(f => f.Id)
            .Select(f => f.Id)
            .Take(options.Value.PeoplePerSweep)
            .ToListAsync(cancellationToken);
    }
}
