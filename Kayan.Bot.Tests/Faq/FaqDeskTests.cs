using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Faq;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Faq;

/// <summary>What the staff change in the questions and answers, and what the bot then says.</summary>
public abstract class FaqDeskTests(string storage) : IAsyncLifetime
{
    private const string Key = "office-hours";
    private const string NewAnswer = "مكاتبنا مفتوحة في رمضان من العاشرة إلى الثالثة.";
    private const string NewPhrasing = "هل تفتحون في العشر الاواخر";

    private readonly KayanHost _host = new(storage);
    private FakeTwilio _twilio = null!;

    public async Task InitializeAsync()
    {
        _twilio = await FakeTwilio.StartAsync();
        await _host.With(_twilio).StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [StorageFact]
    public async Task Save_ThenAskedInTheNewWay_IsAnsweredInTheNewWords()
    {
        var phone = _twilio.Phone(_host, "+966500000071");
        await phone.WhatsAppAsync("السلام عليكم");
        await phone.WhatsAppAsync("نعم");

        Assert.Equal(FaqEditOutcome.Saved, await SaveAsync(await EditAsync(), 0));
        await LearntAsync(match => match == NewAnswer);
        await phone.WhatsAppAsync(NewPhrasing);

        await _twilio.Ledger.WaitAsync(message => message.Body.Contains(NewAnswer, StringComparison.Ordinal));
    }

    /// <summary>As after a start, where a message that waited is answered at once.</summary>
    [StorageFact]
    public async Task Ask_BeforeTheBackgroundHasLearnt_IsAnsweredInTheNewWordsToo()
    {
        await SaveAsync(await EditAsync(), 0);
        var justStarted = ActivatorUtilities.CreateInstance<FaqLibrary>(_host.Services);

        Assert.Equal(Key, justStarted.Match(NewPhrasing).AnswerKey);
        Assert.Equal(NewAnswer, justStarted.Find(Key)!.AnswerAr);
    }

    [StorageFact]
    public async Task Restore_GivesTheShippedAnswerAgain()
    {
        await SaveAsync(await EditAsync(), 0);
        await LearntAsync(answer => answer == NewAnswer);

        Assert.Equal(FaqEditOutcome.Conflict, await UseAsync(desk => desk.RestoreAsync(Key, 7, default)));
        Assert.Equal(FaqEditOutcome.Saved, await UseAsync(desk => desk.RestoreAsync(Key, 1, default)));
        Assert.Equal(FaqEditOutcome.Absent, await UseAsync(desk => desk.RestoreAsync(Key, 1, default)));

        var shipped = FaqLibrary.Shipped.Single(entry => entry.Key == Key).AnswerAr;
        await LearntAsync(answer => answer == shipped);
        Assert.Equal(0, (await UseAsync(desk => desk.ReadAsync(Key, default)))!.Version);
    }

    [StorageFact]
    public async Task Save_ByTwoAtOnce_TellsTheSecond()
    {
        var edit = await EditAsync();

        Assert.Equal(FaqEditOutcome.Saved, await SaveAsync(edit, 0));
        Assert.Equal(FaqEditOutcome.Conflict, await SaveAsync(edit with { AnswerAr = "جواب ثان" }, 0));
        Assert.Equal(FaqEditOutcome.Saved, await SaveAsync(edit with { AnswerAr = "جواب ثالث" }, 1));

        var view = await UseAsync(desk => desk.ReadAsync(Key, default));
        Assert.Equal(("جواب ثالث", 2, "manager"), (view!.Entry.AnswerAr, view.Version, view.ChangedBy));
    }

    [StorageFact]
    public async Task Save_WhatIsNotWhole_ChangesNothing()
    {
        var edit = await EditAsync();
        var others = FaqLibrary.Shipped.First(entry => entry.Key != Key).Phrasings[0];

        Assert.Equal(FaqEditOutcome.Incomplete, await SaveAsync(edit with { AnswerEn = " " }, 0));
        Assert.Equal(FaqEditOutcome.AnswerTooLong, await SaveAsync(edit with { AnswerAr = new string('ج', 202) }, 0));
        Assert.Equal(FaqEditOutcome.PhrasingsWrong, await SaveAsync(edit with { Phrasings = ["متى", "  ", "متى؟"] }, 0));
        Assert.Equal(FaqEditOutcome.PhrasingTaken, await SaveAsync(edit with { Phrasings = [.. edit.Phrasings, others + " ؟"] }, 0));
        Assert.Equal(FaqEditOutcome.PhrasingTaken, await SaveAsync(edit with { QuestionAr = "وين وصل طلبي" }, 0));
        Assert.Equal(FaqEditOutcome.Absent, await UseAsync(desk => desk.SaveAsync("no-such-key", edit, 0, "manager", default)));

        Assert.Empty(await _host.DatabaseAsync(db => db.FaqChanges.ToListAsync()));
    }

    [StorageFact]
    public async Task Save_LatinAndLongNumbers_AreKeptLeftToRight()
    {
        await SaveAsync(await EditAsync() with { AnswerAr = "اتصل على 0112925559 أو راسل Kayan" }, 0);

        var view = await UseAsync(desk => desk.ReadAsync(Key, default));
        Assert.Equal("اتصل على \u20680112925559\u2069 أو راسل \u2068Kayan\u2069", view!.Entry.AnswerAr);
    }

    /// <summary>Another node changed it: nobody here is told, and it is learnt all the same.</summary>
    [StorageFact]
    public async Task ChangeOfAnotherNode_IsLearntWithinHalfAMinute()
    {
        var entry = FaqLibrary.Shipped.Single(shipped => shipped.Key == Key);
        var content = FaqSeed.Write(entry).Replace(JsonEncoded(entry.AnswerAr), JsonEncoded("جواب العقدة الأخرى"), StringComparison.Ordinal);
        await LearntAsync(answer => answer == entry.AnswerAr);
        await _host.DatabaseAsync(async db =>
        {
            db.FaqChanges.Add(new FaqChange { Key = Key, Content = content, Version = 1, ChangedBy = "other" });
            return await db.SaveChangesAsync();
        });

        await LearntAsync(answer => answer == "جواب العقدة الأخرى");
    }

    /// <summary>Whoever asks while it learns is answered by the old entries or by the new ones, never by neither.</summary>
    [StorageFact]
    public async Task Learn_WhileOthersAsk_LeavesNobodyWithoutAnAnswer()
    {
        var library = new FaqLibrary();
        library.Learn([]);
        using var ended = new CancellationTokenSource();
        var asking = Task.Run(() =>
        {
            var asked = 0;
            for (; !ended.IsCancellationRequested; asked++)
            {
                var match = library.Match("متى دوامكم بالضبط");
                Assert.Equal(Key, match.Candidates[0].Key);
                Assert.NotNull(library.Find(Key));
            }

            return asked;
        });
        for (var i = 0; i < 3; i++)
        {
            library.Learn([FaqSeed.ParseEntry(FaqSeed.Write(library.Find(Key)!))]);
        }

        await ended.CancelAsync();
        Assert.True(await asking > 100);
    }

    private static string JsonEncoded(string text) => System.Text.Json.JsonSerializer.Serialize(text)[1..^1];

    private async Task LearntAsync(Predicate<string> isExpected)
    {
        var library = _host.Services.GetRequiredService<FaqLibrary>();
        for (var waited = 0; !isExpected(library.Find(Key)!.AnswerAr); waited++)
        {
            Assert.True(waited < 400, "not learnt in 40 seconds");
            await Task.Delay(100);
        }
    }

    private async Task<FaqEdit> EditAsync()
    {
        var entry = (await UseAsync(desk => desk.ReadAsync(Key, default)))!.Entry;
        return new(entry.QuestionAr, NewAnswer, [.. entry.Phrasings, NewPhrasing], entry.QuestionEn, entry.AnswerEn, entry.PhrasingsEn);
    }

    private Task<FaqEditOutcome> SaveAsync(FaqEdit edit, int seen) => UseAsync(desk => desk.SaveAsync(Key, edit, seen, "manager", default));

    private async Task<T> UseAsync<T>(Func<FaqDesk, Task<T>> use)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<FaqDesk>());
    }
}

public sealed class FaqDeskOnSqlite() : FaqDeskTests(InSqlite.Name);

public sealed class FaqDeskOnPostgreSql() : FaqDeskTests(InPostgreSql.Name);

public sealed class FaqDeskOnSqlServer() : FaqDeskTests(InSqlServer.Name);
