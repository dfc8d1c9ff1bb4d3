using Kayan.Bot.Dialogs;
using Kayan.Bot.Dialogs.Ratings;
using Kayan.Bot.Dialogs.Verification;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Ratings;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.CaseFile;

/// <summary>The ratings of the stages.</summary>
internal sealed class RatingFile(KayanDbContext db, CurrentConversation conversation, IVerification verification, TimeProvider time) : IRatings
{
    private const int LongestWords = 2000;

    private static readonly TimeSpan OpenFor = TimeSpan.FromDays(14);

    public Task<RatedStage?> FindStageAsync(long stageEntryId, CancellationToken cancellationToken) =>
        (from request in db.Requests.AsNoTracking()
         from entry in request.History
         where entry.Id == stageEntryId
         select new RatedStage(entry.Id, request.Id, request.Number, request.ServedBy)).SingleOrDefaultAsync(cancellationToken);

    public async Task<RatedStage?> FindUnratedAsync(CancellationToken cancellationToken)
    {
        var verified = conversation.PersonId is null ? await verification.VerifiedRequestAsync(cancellationToken) : null;
        if (conversation.PersonId is null && verified is null)
        {
            return null;
        }

        var since = time.GetUtcNow() - OpenFor;
        var asked = await db.FollowUps
            .Where(followUp => followUp.Kind == FollowUpKind.RatingRequest && followUp.State == FollowUpState.Sent && followUp.SettledAt >= since)
            .Where(followUp => db.Requests.Any(request => request.Id == followUp.RequestId
                && (request.PersonId == conversation.PersonId || request.Id == verified)))
            .Where(followUp => !db.StageRatings.Any(rating => rating.StageEntryId == followUp.StageEntryId))
            .OrderByDescending(followUp => followUp.Id)
            .Select(followUp => (long?)followUp.StageEntryId)
            .FirstOrDefaultAsync(cancellationToken);
        return asked is { } entry ? await FindStageAsync(entry, cancellationToken) : null;
    }

    public async Task RateAsync(RatedStage stage, RatedPart part, int stars, CancellationToken cancellationToken)
    {
        var rating = await FindAsync(stage, cancellationToken);
        switch (part)
        {
            case RatedPart.Service when rating is null:
                db.StageRatings.Add(new StageRating
                {
                    RequestId = stage.RequestId,
                    StageEntryId = stage.StageEntryId,
                    ConversationId = conversation.Id,
                    Service = stars,
                    At = time.GetUtcNow(),
                });
                break;
            case RatedPart.Service:
                rating.Service = stars;
                break;
            case RatedPart.Procedure when rating is not null:
                rating.Procedure = stars;
                break;
            case RatedPart.Server when rating is not null:
                rating.Server = stars;
                break;
        }
    }

    public async Task AddWordsAsync(RatedStage stage, string words, CancellationToken cancellationToken)
    {
        if (await FindAsync(stage, cancellationToken) is { } rating)
        {
            rating.Words = words.Length > LongestWords ? words[..LongestWords] : words;
        }
    }

    private async Task<StageRating?> FindAsync(RatedStage stage, CancellationToken cancellationToken) =>
        db.StageRatings.Local.FirstOrDefault(rating => rating.StageEntryId == stage.StageEntryId)
        ?? await db.StageRatings.FirstOrDefaultAsync(rating => rating.StageEntryId == stage.StageEntryId, cancellationToken);
}
