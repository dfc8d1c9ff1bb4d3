using Kayan.Bot.CaseFile;
using Kayan.Bot.Dialogs.Notices;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Tests.CaseFile;

public sealed class CaseFilePortsTests : IDisposable
{
    private readonly CaseFileFixture file = new();

    [Fact]
    public async Task Requests_OfAPerson_AreTheirsWithReasonAndMissingPapers()
    {
        await file.TurnAsync(async db =>
        {
            var request = await db.Requests.Include(r => r.Requirements).Include(r => r.FollowUps).SingleAsync(r => r.Id == file.Request.Id);
            request.MoveTo(RequestStage.DataCheck, "api", null, file.Clock.GetUtcNow());
            request.MoveTo(RequestStage.DocumentsNeeded, "api", "تنقصها ورقة", file.Clock.GetUtcNow());
            request.Need("صورة الهوية", "تعريف الدخل");
            return 0;
        });

        var requests = await file.TurnAsync(db => new RequestFile(db).RequestsOfAsync(file.PersonId, default));

        var only = Assert.Single(requests);
        Assert.Equal((file.Request.Number, RequestStage.DocumentsNeeded, "تنقصها ورقة"), (only.Number, only.Stage, only.Reason));
        Assert.Equal(["صورة الهوية", "تعريف الدخل"], only.Papers.Select(paper => paper.Name));
        Assert.Null(await file.TurnAsync(db => new RequestFile(db).FindAsync(999, default)));
    }

    [Fact]
    public async Task Stop_KeepsTheWordsAndCancelsWhatWasStillToBeSent()
    {
        await file.TurnAsync(async db =>
        {
            await new ConsentFile(db, file.OnThePhone(), file.Clock).TakeBackAsync("إيقاف", ConsentWay.Keyword, default);
            return 0;
        });

        await using var db = file.Open();
        Assert.Equal(
            [(MessageClass.Service, false, "إيقاف"), (MessageClass.Survey, false, "إيقاف"), (MessageClass.Awareness, false, "إيقاف")],
            (await db.Consents.OrderBy(c => c.Id).ToListAsync()).Select(c => (c.Class, c.Given, c.Words)));
        Assert.All(await Pending(file.Request.Id).ToListAsync(), f => Assert.Equal(FollowUpState.NotWanted, f.State));
        Assert.All(await Pending(file.ForeignRequest.Id).ToListAsync(), f => Assert.Equal(FollowUpState.Pending, f.State));

        IQueryable<FollowUp> Pending(long request) => db.FollowUps.Where(f => f.RequestId == request);
    }

    [Fact]
    public async Task FollowUp_IsFoundWhilePendingAndNotOnceSettled()
    {
        var id = await FollowUpIdAsync();

        var due = await FindAsync(id);
        await file.TurnAsync(async db =>
        {
            await new FollowUpFile(db, QuietHours.Default, file.Clock).SettleAsync(id, FollowUpState.Sent, default);
            return 0;
        });

        Assert.Equal((FollowUpKind.StageNotice, RequestStage.Submitted, file.Request.Number), (due!.Kind, due.Stage, due.Number));
        Assert.Null(await FindAsync(id));
    }

    [Fact]
    public async Task FollowUp_TakenBackOnAnyConversationOfThePerson_IsSettledUnsent()
    {
        var id = await FollowUpIdAsync();
        await file.TurnAsync(db =>
        {
            db.Consents.Add(new() { ConversationId = file.PhoneId, Class = MessageClass.Service, Given = false, At = file.Clock.GetUtcNow(), Words = "stop" });
            return Task.FromResult(0);
        });

        Assert.Null(await FindAsync(id));

        await using var db = file.Open();
        Assert.Equal(FollowUpState.NotWanted, (await db.FollowUps.SingleAsync(f => f.Id == id)).State);
    }

    [Fact]
    public async Task FollowUp_WhoseTurnComesAtNight_WaitsAndIsNotLost()
    {
        var id = await FollowUpIdAsync();
        file.Clock.Advance(TimeSpan.FromHours(10)); // eight in the evening

        Assert.Null(await FindAsync(id));

        file.Clock.Advance(TimeSpan.FromHours(13));
        Assert.NotNull(await FindAsync(id));
    }

    [Fact]
    public async Task FollowUp_TooOld_IsSettledUnsent()
    {
        var id = await FollowUpIdAsync();
        file.Clock.Advance(TimeSpan.FromDays(60));

        Assert.Null(await FindAsync(id));

        await using var db = file.Open();
        Assert.Equal(FollowUpState.Expired, (await db.FollowUps.SingleAsync(f => f.Id == id)).State);
    }

    [Fact]
    public async Task Handoff_AskedTwice_IsOneAndCanBeLeft()
    {
        Assert.True(await AskAsync());
        Assert.False(await AskAsync());

        await file.TurnAsync(async db =>
        {
            await new HandoffFile(db, file.OnThePhone(), file.Clock).LeaveAsync(default);
            return 0;
        });

        Assert.True(await AskAsync());
        await using var db = file.Open();
        Assert.Equal([HandoffState.Closed, HandoffState.Waiting], await db.Handoffs.OrderBy(h => h.Id).Select(h => h.State).ToListAsync());
    }

    public void Dispose() => file.Dispose();

    private Task<DueFollowUp?> FindAsync(long id) => file.TurnAsync(db => new FollowUpFile(db, QuietHours.Default, file.Clock).FindAsync(id, default));

    private Task<bool> AskAsync() =>
        file.TurnAsync(db => new HandoffFile(db, file.OnThePhone(), file.Clock).AskAsync(HandoffReason.Asked, Urgency.Normal, default));

    private async Task<long> FollowUpIdAsync()
    {
        await using var db = file.Open();
        return await db.FollowUps.Where(f => f.RequestId == file.Request.Id).Select(f => f.Id).FirstAsync();
    }
}
