using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Handoffs;

/// <summary>Who waits for a human, and which conversations a worker has.</summary>
internal sealed class WaitingList(KayanDbContext db)
{
    /// <summary>Urgent ones first, then by how long they have waited.</summary>
    public Task<List<WaitingRow>> WaitingAsync(CancellationToken cancellationToken) =>
        RowsAsync(db.Handoffs.Where(h => h.State == HandoffState.Waiting), cancellationToken);

    public Task<List<WaitingRow>> OwnedByAsync(long workerId, CancellationToken cancellationToken) =>
        RowsAsync(db.Handoffs.Where(h => h.State == HandoffState.Human && h.OwnerId == workerId), cancellationToken);

    private Task<List<WaitingRow>> RowsAsync(IQueryable<Handoff> handoffs, CancellationToken cancellationToken)
    {
        var rows =
            from handoff in handoffs.AsNoTracking()
            join conversation in db.Conversations on handoff.ConversationId equals conversation.Id
            let person = db.Addresses.Where(a => a.Value == conversation.Address).Select(a => (long?)a.PersonId).FirstOrDefault()
                ?? db.Addresses.Where(a => a.Value == conversation.ExternalUserId).Select(a => (long?)a.PersonId).FirstOrDefault()
            orderby handoff.Urgency == Urgency.High ? 0 : 1, handoff.RequestedAt, handoff.Id
            select new WaitingRow(
                conversation.Id,
                db.People.Where(p => p.Id == person).Select(p => p.FullName).FirstOrDefault(),
                conversation.Channel,
                handoff.Reason,
                handoff.Urgency,
                handoff.RequestedAt,
                conversation.LastInboundAt,
                db.Requests.Where(r => r.PersonId == person).OrderByDescending(r => r.Id).Select(r => r.Number).FirstOrDefault(),
                db.Messages.Where(m => m.ConversationId == conversation.Id && m.Text != null)
                    .OrderByDescending(m => m.Id).Select(m => m.Author).FirstOrDefault() == Author.Person);
        return rows.ToListAsync(cancellationToken);
    }
}
