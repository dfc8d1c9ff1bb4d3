using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Jobs;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Requests;

/// <summary>
/// Receives requests and moves them from stage to stage. The one place for both, used by the API and the console: the move, its line in
/// the history, the follow-ups that it plans and those that it overtakes are one transaction.
/// </summary>
internal sealed class RequestDesk(
    KayanDbContext db, PersonFile people, WriteQueue writes, DatabaseProvider provider, FollowUpSignal followUps, TimeProvider time)
{
    private const int Attempts = 3;

    /// <summary>Moves a request, where the policy allows it.</summary>
    public Task<MoveOutcome> MoveAsync(
        string number, RequestStage to, string by, string? reason, CancellationToken cancellationToken) =>
        MoveAsync(number, new RequestMove(to, by, reason), cancellationToken);

    /// <summary>Moves a request, where the policy allows it.</summary>
    public async Task<MoveOutcome> MoveAsync(string number, RequestMove move, CancellationToken cancellationToken)
    {
        var seen = move.SeenVersion;
        for (var attempt = 1; ; attempt++)
        {
            if (await FindAsync(number, cancellationToken) is not { } request)
            {
                return MoveOutcome.Absent;
            }

            if (seen is not null && seen != request.Version)
            {
                return MoveOutcome.Conflict;
            }

            seen = request.Version;
            if (Refusal(request, move) is { } refusal)
            {
                return refusal;
            }

            request.MoveTo(move.To, move.By, move.Reason, time.GetUtcNow());
            request.Need(move.Missing);
            try
            {
                await writes.SaveChangesAsync(db, cancellationToken);
                followUps.Raise(request.FollowUps);
                return MoveOutcome.Moved;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Another move, or only one of its follow-ups that went out at this moment: the version tells.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Notes what a member of staff found of a paper that was handed in.</summary>
    /// <returns>False where there is nothing to check (any more).</returns>
    public async Task<bool> CheckPaperAsync(string number, long paperId, bool isRight, CancellationToken cancellationToken)
    {
        var paper = await db.Requirements
            .SingleOrDefaultAsync(p => p.Id == paperId && db.Requests.Any(r => r.Id == p.RequestId && r.Number == number), cancellationToken);
        if (paper?.Check(isRight) != true)
        {
            return false;
        }

        await writes.SaveChangesAsync(db, cancellationToken);
        return true;
    }

    /// <summary>Receives a request; the person is found by national id, else by phone, else put on file.</summary>
    /// <param name="incoming">The request.</param>
    /// <param name="by">Who hands it in, as the case file shall name them.</param>
    /// <param name="key">The sender's own key and the hash of what was sent under it; null where the sender gives none.</param>
    /// <param name="cancellationToken">Gives up before anything is stored.</param>
    public async Task<ReceiveOutcome> ReceiveAsync(
        NewRequest incoming, string by, (string Key, string ContentHash)? key, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (key is { } known && await EarlierAsync(by, known, cancellationToken) is { } earlier)
            {
                return earlier;
            }

            if (await people.FindOrAddAsync(incoming, cancellationToken) is not { } person)
            {
                return new ReceiveOutcome.PhoneTaken();
            }

            var request = Request.Receive(RequestNumber.Draw(), person.Id, incoming.Title, by, time.GetUtcNow());
            (request.Person, request.ServedBy) = (person, incoming.ServedBy);
            request.Need(incoming.Requirements);
            db.Requests.Add(request);
            if (key is { } given)
            {
                db.Set<Receipt>().Add(new Receipt { Sender = by, Key = given.Key, ContentHash = given.ContentHash, Request = request });
            }

            try
            {
                await writes.SaveChangesAsync(db, cancellationToken);
                followUps.Raise(request.FollowUps);
                return new ReceiveOutcome.Received(request);
            }
            catch (DbUpdateException failure) when (attempt < Attempts && provider.IsDuplicate(failure))
            {
                // The number is in use, or the same person or key came in at the same moment: look again.
                db.ChangeTracker.Clear();
            }
        }
    }

    private static MoveOutcome? Refusal(Request request, RequestMove move)
    {
        if (!StageFlow.Allows(request.Stage, move.To))
        {
            return MoveOutcome.NotAllowed;
        }

        return move.To == RequestStage.Declined && string.IsNullOrWhiteSpace(move.Reason) ? MoveOutcome.ReasonNeeded : null;
    }

    private Task<Request?> FindAsync(string number, CancellationToken cancellationToken) =>
        db.Requests
            .Include(r => r.Requirements)
            .Include(r => r.FollowUps.Where(f => f.State == FollowUpState.Pending))
            .AsSplitQuery()
            .FirstOrDefaultAsync(r => r.Number == number, cancellationToken);

    private async Task<ReceiveOutcome?> EarlierAsync(string sender, (string Key, string ContentHash) key, CancellationToken cancellationToken)
    {
        var receipt = await db.Set<Receipt>()
            .Include(r => r.Request!.History).Include(r => r.Request!.Requirements).AsSplitQuery()
            .FirstOrDefaultAsync(r => r.Sender == sender && r.Key == key.Key, cancellationToken);
        return receipt switch
        {
            null => null,
            _ when receipt.ContentHash != key.ContentHash => new ReceiveOutcome.KeyReused(),
            _ => new ReceiveOutcome.Repeated(receipt.Request!),
        };
    }
}
