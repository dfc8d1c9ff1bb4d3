using Kayan.Bot.CaseFile;
using Kayan.Bot.Dialogs;
using Kayan.Bot.Dialogs.Ratings;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Tests.CaseFile;

public sealed class RatingFileTests : IDisposable
{
    private readonly CaseFileFixture file = new();

    [Fact]
    public async Task Rating_FirstAnswer_IsKeptAloneAndLaterOnesJoinIt()
    {
        var stage = await StageAsync();
        await RateAsync(stage, RatedPart.Service, 5);
        await using (var db = file.Open())
        {
            var first = await db.StageRatings.SingleAsync();
            Assert.Equal((5, null, null, file.Request.Id, file.PhoneId), (first.Service, first.Procedure, first.Server, first.RequestId, first.ConversationId));
        }

        await RateAsync(stage, RatedPart.Procedure, 4);
        await RateAsync(stage, RatedPart.Server, 3);
        await RateAsync(stage, RatedPart.Service, 2);
        await file.TurnAsync(async db =>
        {
            await File(db, file.OnThePhone()).AddWordsAsync(stage, new string('ا', 3000), default);
            return 0;
        });

        await using var after = file.Open();
        var rating = await after.StageRatings.SingleAsync();
        Assert.Equal((2, 4, 3), (rating.Service, rating.Procedure, rating.Server));
        Assert.Equal(2000, rating.Words!.Length);
    }

    [Fact]
    public async Task Unrated_FindsWhatThePersonWasAskedAboutUntilItIsRated()
    {
        Assert.Empty(await UnratedAsync());
        var stage = await AskedAsync();

        Assert.Equal([new AskedRating(stage, file.Clock.GetUtcNow())], await UnratedAsync());

        await RateAsync(stage, RatedPart.Service, 5);
        Assert.Empty(await UnratedAsync());
    }

    [Fact]
    public async Task Unrated_ForAVisitorWhoIsNotVerified_FindsNothing()
    {
        await AskedAsync();

        Assert.Empty(await file.TurnAsync(db => File(db, file.OnTheWeb()).FindAskedAsync(default)));
    }

    [Fact]
    public async Task Unrated_AfterAFortnight_IsForgotten()
    {
        await AskedAsync();
        file.Clock.Advance(TimeSpan.FromDays(15));

        Assert.Empty(await UnratedAsync());
    }

    public void Dispose() => file.Dispose();

    private RatingFile File(KayanDbContext db, CurrentConversation conversation) =>
        new(db, conversation, file.Verification(db, conversation), file.Clock);

    private Task<IReadOnlyList<AskedRating>> UnratedAsync() => file.TurnAsync(db => File(db, file.OnThePhone()).FindAskedAsync(default));

    private async Task<RatedStage> StageAsync() =>
        (await file.TurnAsync(db => File(db, file.OnThePhone()).FindStageAsync(file.Request.History[0].Id, default)))!;

    private async Task<int> RateAsync(RatedStage stage, RatedPart part, int stars) => await file.TurnAsync(async db =>
    {
        await File(db, file.OnThePhone()).RateAsync(stage, part, stars, default);
        return 0;
    });

    private async Task<RatedStage> AskedAsync()
    {
        await file.TurnAsync(async db =>
        {
            var request = await db.Requests.Include(r => r.FollowUps).Include(r => r.History).SingleAsync(r => r.Id == file.Request.Id);
            var entry = request.MoveTo(Kayan.Bot.Domain.Requests.RequestStage.DataCheck, "api", null, file.Clock.GetUtcNow());
            request.FollowUps.Single(f => f.StageEntry == entry && f.Kind == FollowUpKind.RatingRequest).Settle(FollowUpState.Sent, file.Clock.GetUtcNow());
            return 0;
        });
        await using var db = file.Open();
        var asked = await db.FollowUps.SingleAsync(f => f.State == FollowUpState.Sent);
        return new RatedStage(asked.StageEntryId, Kayan.Bot.Domain.Requests.RequestStage.DataCheck, file.Request.Id, file.Request.Number, null);
    }
}
