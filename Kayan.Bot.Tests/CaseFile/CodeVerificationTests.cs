using System.Text.RegularExpressions;
using Kayan.Bot.CaseFile;
using Kayan.Bot.Dialogs.Verification;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Tests.CaseFile;

public abstract partial class CodeVerificationTests(string storage) : IDisposable
{
    private readonly CaseFileFixture file = new(storage);

    [StorageFact]
    public async Task LookUp_WhereNumberAndIdFit_SendsACodeToThePhoneOnFile()
    {
        Assert.Equal(LookUpResult.CodeSent, await LookUpAsync());

        await using var db = file.Open();
        var sent = await db.OutboxMessages.Include(o => o.Message).Include(o => o.Conversation).SingleAsync();
        Assert.Equal(CaseFileFixture.Phone, sent.To);
        Assert.Equal(Kayan.Bot.Domain.People.ChannelKind.Sms, sent.Conversation!.Channel);
        Assert.Equal(Kayan.Bot.Domain.Messages.MessageClass.Code, sent.Class);
        Assert.Equal("رمز تحقق", sent.Message!.Text);
        var code = await db.OneTimeCodes.SingleAsync();
        Assert.DoesNotContain(await CodeAsync(), code.Hash, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(10), code.ExpiresAt - code.CreatedAt);
    }

    [StorageFact]
    public async Task LookUp_ForeignAbsentAndWrongId_LookTheSame()
    {
        Assert.Equal(LookUpResult.NoMatch, await LookUpAsync(number: file.ForeignRequest.Number));
        Assert.Equal(LookUpResult.NoMatch, await LookUpAsync(number: "9999998"));
        Assert.Equal(LookUpResult.NoMatch, await LookUpAsync(lastFour: "0000"));

        await using var db = file.Open();
        Assert.Empty(await db.OutboxMessages.ToListAsync());
        Assert.Equal(3, await db.FailedLookups.CountAsync());
    }

    [StorageFact]
    public async Task LookUp_AfterFiveWrongTries_RefusesEvenTheRightAnswerForAnHour()
    {
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(LookUpResult.NoMatch, await LookUpAsync(lastFour: "0000"));
        }

        Assert.Equal(LookUpResult.TooManyTries, await LookUpAsync(lastFour: "0000"));
        Assert.Equal(LookUpResult.TooManyTries, await LookUpAsync());

        file.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(LookUpResult.CodeSent, await LookUpAsync());
    }

    [StorageFact]
    public async Task Code_Right_VerifiesThisConversationForHalfAnHour()
    {
        await LookUpAsync();

        Assert.Equal(CodeResult.Right, (await CheckAsync(await CodeAsync())).Result);

        Assert.Equal(file.Request.Id, await VerifiedAsync(file.WebId));
        Assert.Null(await VerifiedAsync(file.OtherWebId));
        file.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Null(await VerifiedAsync(file.WebId));
    }

    [StorageFact]
    public async Task Code_Used_IsGoodOnce()
    {
        await LookUpAsync();
        var code = await CodeAsync();
        await CheckAsync(code);

        Assert.Equal(CodeResult.Expired, (await CheckAsync(code)).Result);
    }

    [StorageFact]
    public async Task Code_InAnotherConversation_IsNoCode()
    {
        await LookUpAsync();

        Assert.Equal(CodeResult.Expired, (await CheckAsync(await CodeAsync(), file.OtherWebId)).Result);
    }

    [StorageFact]
    public async Task Code_AfterTenMinutes_HasExpired()
    {
        await LookUpAsync();
        file.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(CodeResult.Expired, (await CheckAsync(await CodeAsync())).Result);
    }

    [StorageFact]
    public async Task Code_GuessedAThousandTimes_IsComparedFiveTimes()
    {
        await LookUpAsync();
        var right = await CodeAsync();
        List<CodeResult> results = [];
        for (var i = 0; i < 1000; i++)
        {
            results.Add((await CheckAsync(right == "000000" ? "111111" : "000000")).Result);
        }

        Assert.Equal(4, results.Count(result => result == CodeResult.Wrong));
        Assert.Equal(996, results.Count(result => result == CodeResult.TooManyTries));
        Assert.Equal(CodeResult.TooManyTries, (await CheckAsync(right)).Result);
        await using var db = file.Open();
        Assert.Equal(5, (await db.OneTimeCodes.SingleAsync()).Tries);
    }

    [StorageFact]
    public async Task Code_TriedTwiceAtOnce_CountsOnceAndTheOtherTurnRunsAgain()
    {
        await LookUpAsync();
        await using var one = file.Open();
        await using var two = file.Open();
        await file.Verification(one, file.OnTheWeb()).CheckAsync("000000", default);
        await file.Verification(two, file.OnTheWeb()).CheckAsync("000001", default);

        await one.SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => two.SaveChangesAsync());
    }

    [StorageFact]
    public async Task Code_WrongTriesInOneConversation_AreMissingInTheNextForTheSamePhone()
    {
        await LookUpAsync();
        var right = await CodeAsync();
        for (var i = 0; i < 4; i++)
        {
            await CheckAsync(right == "000000" ? "111111" : "000000");
        }

        await LookUpAsync(conversation: file.OtherWebId);
        Assert.Equal(CodeResult.TooManyTries, (await CheckAsync("x", file.OtherWebId)).Result);
        Assert.Equal(LookUpResult.TooManyTries, await LookUpAsync(conversation: file.OtherWebId));
    }

    [StorageFact]
    public async Task Codes_ToOnePhone_AreThreeInAQuarterOfAnHour()
    {
        Assert.Equal(LookUpResult.CodeSent, await LookUpAsync());
        Assert.Equal(LookUpResult.CodeSent, await ResendAsync());
        Assert.Equal(LookUpResult.CodeSent, await LookUpAsync(conversation: file.OtherWebId));
        Assert.Equal(LookUpResult.TooManyCodes, await ResendAsync());

        file.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(LookUpResult.CodeSent, await ResendAsync());
    }

    [StorageFact]
    public async Task Codes_InAll_HaveADailyBudget()
    {
        file.Limits.CodesPerDayInAll = 1;
        await LookUpAsync();

        Assert.Equal(LookUpResult.TooManyCodes, await ResendAsync());
    }

    [StorageFact]
    public async Task Resend_MakesTheEarlierCodeWorthless()
    {
        await LookUpAsync();
        var first = await CodeAsync();
        do
        {
            await ResendAsync();
            file.Clock.Advance(TimeSpan.FromMinutes(6));
        }
        while (await CodeAsync() == first);

        Assert.NotEqual(CodeResult.Right, (await CheckAsync(first)).Result);
    }

    [StorageFact]
    public async Task WrongNumber_FiveTimesInAnHour_IsEnough()
    {
        for (var i = 0; i < 4; i++)
        {
            Assert.True(await CountAsync());
        }

        Assert.False(await CountAsync());
        Assert.False(await CountAsync());
    }

    [StorageFact]
    public void CodeHash_Draw_GivesSixDigitsThatOnlyFitTheirOwnHash()
    {
        var code = CodeHash.Draw();
        var (hash, salt) = CodeHash.Of(code);

        Assert.Matches("^[0-9]{6}$", code);
        Assert.True(CodeHash.Fits(code, hash, salt));
        Assert.False(CodeHash.Fits(code == "000000" ? "111111" : "000000", hash, salt));
        Assert.NotEqual(hash, CodeHash.Of(code).Hash);
    }

    public void Dispose() => file.Dispose();

    private Task<LookUpResult> LookUpAsync(string? number = null, string lastFour = "0008", long? conversation = null) =>
        file.TurnAsync(db => file.Verification(db, file.OnTheWeb(conversation)).LookUpAsync(number ?? file.Request.Number, lastFour, default));

    private Task<LookUpResult> ResendAsync() => file.TurnAsync(db => file.Verification(db, file.OnTheWeb()).ResendAsync(default));

    private Task<CodeCheck> CheckAsync(string code, long? conversation = null) =>
        file.TurnAsync(db => file.Verification(db, file.OnTheWeb(conversation)).CheckAsync(code, default));

    private Task<bool> CountAsync() => file.TurnAsync(db => file.Verification(db, file.OnThePhone()).CountWrongNumberAsync(default));

    private Task<long?> VerifiedAsync(long conversation) =>
        file.TurnAsync(db => file.Verification(db, file.OnTheWeb(conversation)).VerifiedRequestAsync(default));

    private async Task<string> CodeAsync()
    {
        await using var db = file.Open();
        var newest = await db.OutboxMessages.Include(o => o.Message).OrderByDescending(o => o.MessageId).FirstAsync();
        return SixDigits().Match(newest.Message!.Activity).Value;
    }

    [GeneratedRegex("(?<![0-9])[0-9]{6}(?![0-9])")]
    private static partial Regex SixDigits();
}

public sealed class CodeVerificationOnSqlite() : CodeVerificationTests(InSqlite.Name);

public sealed class CodeVerificationOnPostgreSql() : CodeVerificationTests(InPostgreSql.Name);

public sealed class CodeVerificationOnSqlServer() : CodeVerificationTests(InSqlServer.Name);
