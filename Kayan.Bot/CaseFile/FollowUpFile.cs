using Kayan.Bot.Dialogs.Notices;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.CaseFile;

/// <summary>The follow-ups that are due. Whether one may still go is asked again here, in the turn that says it.</summary>
internal sealed class FollowUpFile(KayanDbContext db, QuietHours quiet, TimeProvider time) : IFollowUps
{
    public async Task<DueFollowUp?> FindAsync(long id, CancellationToken cancellationToken)
    {
        var followUp = await db.FollowUps.Include(due => due.StageEntry).SingleOrDefaultAsync(due => due.Id == id, cancellationToken);
        if (followUp is not { State: FollowUpState.Pending, StageEntry: { } entry })
        {
            return null;
        }

        var request = await db.Requests.AsNoTracking().Where(of => of.Id == followUp.RequestId)
            .Select(of => new { of.Number, of.PersonId }).SingleAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (now > followUp.ExpiresAt)
        {
            followUp.Settle(FollowUpState.Expired, now);
            return null;
        }

        if (!ConsentLedger.Allows(FollowUpPlan.ClassOf(followUp.Kind), await db.LedgerOf(request.PersonId).AsNoTracking().ToListAsync(cancellationToken)))
        {
            followUp.Settle(FollowUpState.NotWanted, now);
            return null;
        }

        // Its turn may come later than its job, and the hour be over: it is due again by itself.
        return !quiet.Allows(FollowUpPlan.ClassOf(followUp.Kind), now) ? null : new DueFollowUp(followUp.Id, followUp.Kind, entry.Stage, entry.Id, request.Number);
    }

    public async Task SettleAsync(long id, FollowUpState state, CancellationToken cancellationToken) =>
        (await db.FollowUps.FindAsync([id], cancellationToken))?.Settle(state, time.GetUtcNow());
}
