using Kayan.Bot.Domain.Documents;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Jobs;

/// <summary>Decides at the last moment whether a follow-up that is due may go, and where to. Only reads.</summary>
internal sealed class FollowUpJudge(KayanDbContext db, IOptions<FollowUpOptions> options)
{
    public async Task<FollowUpVerdict> JudgeAsync(FollowUp followUp, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now >= followUp.ExpiresAt)
        {
            return new FollowUpVerdict.Never(FollowUpState.Expired);
        }

        if (followUp.Kind == FollowUpKind.DocumentsReminder && await NothingMissingAsync(followUp.RequestId, cancellationToken))
        {
            return new FollowUpVerdict.Never(FollowUpState.Overtaken);
        }

        var addresses = await (
            from request in db.Requests
            where request.Id == followUp.RequestId
            join address in db.Addresses on request.PersonId equals address.PersonId
            orderby address.OnWhatsApp descending, address.Kind, address.Id
            select address).ToListAsync(cancellationToken);
        if (addresses.Count == 0 || !await MayWriteAsync(followUp.Kind, addresses[0].PersonId, cancellationToken))
        {
            return new FollowUpVerdict.Never(FollowUpState.NotWanted);
        }

        return await InHumanHandsAsync(addresses[0].PersonId, cancellationToken)
            ? new FollowUpVerdict.Later(now + options.Value.BusyFor)
            : new FollowUpVerdict.Send(addresses[0]);
    }

    private async Task<bool> NothingMissingAsync(long requestId, CancellationToken cancellationToken)
    {
        var states = await db.Requirements.Where(r => r.RequestId == requestId).Select(r => r.State).ToListAsync(cancellationToken);
        return states.Count > 0 && states.TrueForAll(state => state is RequirementState.Received or RequirementState.Submitted);
    }

    private async Task<bool> MayWriteAsync(FollowUpKind kind, long personId, CancellationToken cancellationToken) =>
        ConsentLedger.Allows(FollowUpPlan.ClassOf(kind), await db.LedgerOf(personId).AsNoTracking().ToListAsync(cancellationToken));

    private Task<bool> InHumanHandsAsync(long personId, CancellationToken cancellationToken) =>
        db.OpenHandoffs.AnyAsync(h => db.ConversationsOf(personId).Contains(h.ConversationId), cancellationToken);
}
