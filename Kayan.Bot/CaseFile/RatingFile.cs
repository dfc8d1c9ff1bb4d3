using System.Globalization;
using Kayan.Bot.Dialogs;
using Kayan.Bot.Dialogs.Ratings;
using Kayan.Bot.Dialogs.Verification;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Ratings;
using Kayan.Bot.Pipeline;
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
         select new RatedStage(entry.Id, entry.Stage, request.Id, request.Number, request.ServedBy)).SingleOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<AskedRating>> FindAskedAsync(CancellationToken cancellationToken)
    {
        var verified = conversation.PersonId is null ? await verification.VerifiedRequestAsync(cancellationToken) : null;
        if (conversation.PersonId is null && verified is null)
        {
            return [];
        }

        var since = time.GetUtcNow() - OpenFor;
        return await (
            from request in db.Requests.AsNoTracking()
            where request.PersonId == conversation.PersonId || request.Id == verified
            from followUp in request.FollowUps
            where followUp.Kind == FollowUpKind.RatingRequest && followUp.State == FollowUpState.Sent && followUp.SettledAt >= since
            where !db.StageRatings.Any(rating => rating.StageEntryId == followUp.StageEntryId)
            orderby followUp.Id descending
            select new AskedRating(
                new RatedStage(followUp.StageEntryId, followUp.StageEntry!.Stage, request.Id, request.Number, request.ServedBy),
                followUp.SettledAt!.Value)).ToListAsync(cancellationToken);
    }

    public async Task<RatedStage?> FindByMessageAsync(string messageId, CancellationToken cancellationToken)
    {
        var json = await db.OutboxMessages.Where(message => message.Sid == messageId)
            .Select(message => message.Message!.Activity).SingleOrDefaultAsync(cancellationToken);
        return json is not null
            && long.TryParse(MessageForms.Of(ActivityJson.Read(json)).Rates, NumberStyles.None, CultureInfo.InvariantCulture, out var entry)
            && await db.Requests.AnyAsync(of => of.PersonId == conversation.PersonId && of.History.Any(stage => stage.Id == entry), cancellationToken)
            ? await FindStageAsync(entry, cancellationToken)
            : null;
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
            rating.Words = words.Length > LongestWords ? words[..LongestWords] : words.Length > 0 ? words : null;
        }
    }

    private async Task<StageRating?> FindAsync(RatedStage stage, CancellationToken cancellationToken) =>
        db.StageRatings.Local.FirstOrDefault(rating => rating.StageEntryId == stage.StageEntryId)
        ?? await db.StageRatings.FirstOrDefaultAsync(rating => rating.StageEntryId == stage.StageEntryId, cancellationToken);
}
