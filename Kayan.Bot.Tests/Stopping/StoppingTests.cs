using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static Kayan.Bot.Tests.Harness.TalkHost;

namespace Kayan.Bot.Tests.Stopping;

/// <summary>Every way to stop, from the provider's webhook to the ledger and what is cancelled with it.</summary>
public abstract class StoppingTests(TalkHost host)
{
    private static readonly MessageClass[] Everything = [MessageClass.Service, MessageClass.Survey, MessageClass.Awareness];

    [StorageTheory]
    [InlineData("إيقاف")]
    [InlineData("لا ترسلوا!")]
    [InlineData("STOP")]
    public async Task Stop_ByKeyword_StandsInTheLedgerCancelsAllAndIsConfirmedOnce(string words)
    {
        var request = await WaitingForPapersAsync();
        var before = host.SentTo(request).Count;

        await host.SayAsync(request, words);
        await host.SayAsync(request, words);

        Assert.Equal(Everything.Concat(Everything).Select(of => (of, false, ConsentWay.Keyword, words, host.Clock.GetUtcNow())), await LedgerAsync(request));
        Assert.DoesNotContain(await host.FollowUpsAsync(request), f => f.State == FollowUpState.Pending);
        var said = host.SentTo(request).Skip(before).Select(m => m.Body).ToList();
        Assert.Single(said, body => body.Contains("تم إيقاف رسائلنا", StringComparison.Ordinal));

        await host.SayAsync(request, "كم مدة دراسة الطلب؟");
        Assert.Contains("أسبوعين", host.SentTo(request)[^1].Body + host.SentTo(request)[^2].Body, StringComparison.Ordinal);
    }

    [StorageFact]
    public async Task Stop_AgainAfterADay_IsConfirmedAgain()
    {
        var request = await host.ReceiveAsync();
        await host.SayAsync(request, "إيقاف");
        host.Clock.Advance(TimeSpan.FromHours(25));

        await host.SayAsync(request, "إيقاف");

        Assert.Equal(2, host.SentTo(request).Count(m => m.Body.Contains("تم إيقاف رسائلنا", StringComparison.Ordinal)));
        GoToMorning();
    }

    [StorageFact]
    public async Task Stop_AtTheProvider_IsKeptAndNotAnswered()
    {
        var request = await WaitingForPapersAsync();
        var before = host.SentTo(request).Count;
        var phone = host.Phone(request.Phone);
        var fields = FakeTwilioWebhook.WhatsApp(host.Twilio.Account, FakeTwilioWebhook.NewSid(), request.Phone, "STOP");

        await phone.PostAsync(phone.Sign([.. fields, new("OptOutType", "STOP")]));
        await host.HandledAsync();

        Assert.Equal(Everything.Select(of => (of, false, ConsentWay.Provider, "STOP", host.Clock.GetUtcNow())), await LedgerAsync(request));
        Assert.DoesNotContain(await host.FollowUpsAsync(request), f => f.State == FollowUpState.Pending);
        Assert.Equal(before, host.SentTo(request).Count);
    }

    [StorageTheory]
    [InlineData(21610)]
    [InlineData(63014)]
    public async Task Send_RefusedBecauseThePersonStopped_CancelsWhatIsPending(int code)
    {
        var request = await WaitingForPapersAsync();
        await host.SayAsync(request, "متى ترد لجنة البحث؟");
        Assert.Contains(await host.FollowUpsAsync(request), f => f.State == FollowUpState.Pending);

        host.Twilio.Enqueue(FakeTwilioAnswer.Error(400, code));
        await host.SayAsync(request, "السلام عليكم");

        Assert.Equal(Everything.Select(of => (of, false, ConsentWay.Refusal, $"{code}", host.Clock.GetUtcNow())), await LedgerAsync(request));
        var followUps = await host.FollowUpsAsync(request);
        Assert.DoesNotContain(followUps, f => f.State == FollowUpState.Pending);
        Assert.Equal(3, followUps.Count(f => f.State == FollowUpState.NotWanted && f.SettledAt == host.Clock.GetUtcNow()));
    }

    [StorageFact]
    public async Task Report_ThePersonStopped_CancelsWhatIsPendingOnAllTheirAddresses()
    {
        var request = await WaitingForPapersAsync();
        var second = await AddPhoneAsync(request);
        await host.Phone(second).SmsAsync("السلام عليكم");
        await host.HandledAsync();
        var sent = host.Twilio.Ledger.To(second)[0];

        await host.Twilio.Callbacks.PostAsync(sent, "undelivered", 21610);

        Assert.DoesNotContain(await host.FollowUpsAsync(request), f => f.State == FollowUpState.Pending);
    }

    /// <summary>The person is on file under their id at WhatsApp; the number that shows in this conversation is not.</summary>
    [StorageTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stop_WhereOnlyTheWhatsAppIdIsOnFile_CancelsWhatIsPendingAndWhatWaits(bool refused)
    {
        var request = await WaitingForPapersAsync();
        var (userId, number) = ($"SA.{request.Number}", $"+96651{request.Number}");
        var person = await host.DatabaseAsync(db => db.Requests.Where(r => r.Number == request.Number).Select(r => r.PersonId).SingleAsync());
        await host.WriteAsync(db => db.Addresses.Add(Address.OfWhatsAppUser(person, userId)));
        await SayAsync("السلام عليكم");
        var waiting = await WaitsAsync(number);

        if (refused)
        {
            await host.Twilio.Callbacks.PostAsync(host.Twilio.Ledger.To(number)[0], "undelivered", 63014);
        }
        else
        {
            await SayAsync("إيقاف");
            Assert.True(await host.DatabaseAsync(db => db.OutboxMessages.AnyAsync(m => m.Id == waiting && m.ExpiresAt <= host.Clock.GetUtcNow())));
        }

        Assert.DoesNotContain(await host.FollowUpsAsync(request), f => f.State == FollowUpState.Pending);
        await host.WriteAsync(db => db.Remove(db.OutboxMessages.Single(m => m.Id == waiting)));

        async Task SayAsync(string text)
        {
            var sid = FakeTwilioWebhook.NewSid();
            var phone = host.Phone(number);
            await phone.PostAsync(phone.Sign(
                [.. FakeTwilioWebhook.WhatsApp(host.Twilio.Account, sid, number, text), new("ExternalUserId", $"whatsapp:{userId}")]));
            await Eventually.HoldsAsync(() => host.DatabaseAsync(db => db.InboxMessages.AnyAsync(m => m.ExternalId == sid && m.HandledAt != null)));
            await host.Twilio.Ledger.WaitAsync(number, 1);
        }
    }

    /// <summary>News in the conversation of a number that is not due before tomorrow.</summary>
    private async Task<Guid> WaitsAsync(string number)
    {
        var conversation = await host.DatabaseAsync(db => db.Conversations.Where(c => c.Address == number).Select(c => c.Id).SingleAsync());
        var row = new OutboxMessage
        {
            ConversationId = conversation,
            Message = new() { ConversationId = conversation, Author = Author.Bot, Text = "جديد", Activity = "{}", At = host.Clock.GetUtcNow() },
            Channel = ChannelKind.WhatsApp,
            To = number,
            Class = MessageClass.Service,
            Priority = 1,
            DueAt = host.Clock.GetUtcNow().AddDays(1),
            ExpiresAt = host.Clock.GetUtcNow().AddDays(2),
            CreatedAt = host.Clock.GetUtcNow(),
        };
        await host.WriteAsync(db => db.OutboxMessages.Add(row));
        return row.Id;
    }

    [StorageFact]
    public async Task Stop_OnOneAddress_CountsForThePerson()
    {
        var request = await WaitingForPapersAsync();
        var second = await AddPhoneAsync(request);
        await host.Phone(second).SmsAsync("إيقاف");
        await host.HandledAsync();
        Assert.DoesNotContain(await host.FollowUpsAsync(request), f => f.State == FollowUpState.Pending);
        var before = host.SentTo(request).Count;

        await host.MoveAsync(request, RequestStage.DataCheck);

        Assert.Equal(before, host.SentTo(request).Count);
        Assert.DoesNotContain(await host.FollowUpsAsync(request), f => f.State is FollowUpState.Pending && f.Kind is FollowUpKind.StageNotice or FollowUpKind.RatingRequest && f.StageEntryId > 3);
    }

    [StorageFact]
    public async Task Stop_RatingsOnly_NewsGoesOn()
    {
        var request = await host.ReceiveAsync();
        await host.SayAsync(request, "لا أريد تقييم");
        Assert.Contains("لن نطلب منك التقييم", host.SentTo(request)[^1].Body, StringComparison.Ordinal);

        await host.MoveAsync(request, RequestStage.DataCheck);

        Assert.Equal(
            [FollowUpState.Sent, FollowUpState.Sent, FollowUpState.NotWanted], (await host.FollowUpsAsync(request)).Select(f => f.State));
        Assert.Equal([(MessageClass.Survey, false, ConsentWay.Keyword, "لا أريد تقييم", host.Clock.GetUtcNow())], await LedgerAsync(request));
    }

    [StorageFact]
    public async Task Stop_WhileAHumanHasTheConversation_IsKeptAndConfirmedAndNothingElseIsSaid()
    {
        var request = await WaitingForPapersAsync();
        var conversation = await host.DatabaseAsync(db => db.Conversations.Where(c => c.Address == request.Phone).Select(c => c.Id).SingleAsync());
        await host.WriteAsync(db =>
        {
            var handoff = new Handoff { ConversationId = conversation, RequestedAt = host.Clock.GetUtcNow() };
            Assert.True(handoff.Take(1, host.Clock.GetUtcNow()));
            db.Handoffs.Add(handoff);
        });
        var before = host.SentTo(request).Count;

        await host.SayAsync(request, "شكرا لك يا أستاذة");
        Assert.Equal(before, host.SentTo(request).Count);
        await host.SayAsync(request, "إيقاف");

        Assert.Contains("تم إيقاف رسائلنا", Assert.Single(host.SentTo(request).Skip(before)).Body, StringComparison.Ordinal);
        Assert.Equal(3, (await LedgerAsync(request)).Count);
        Assert.DoesNotContain(await host.FollowUpsAsync(request), f => f.State == FollowUpState.Pending);
    }

    /// <summary>A request with three reminders that are still to be sent.</summary>
    private async Task<Case> WaitingForPapersAsync()
    {
        var request = await host.ReceiveAsync();
        await host.MoveAsync(request, RequestStage.DataCheck);
        await host.MoveAsync(request, RequestStage.DocumentsNeeded);
        Assert.Equal(3, (await host.FollowUpsAsync(request)).Count(f => f.State == FollowUpState.Pending));
        return request;
    }

    private async Task<string> AddPhoneAsync(Case of)
    {
        var second = of.Phone.Replace("+9665000", "+9665010", StringComparison.Ordinal);
        var person = await host.DatabaseAsync(db => db.Requests.Where(r => r.Number == of.Number).Select(r => r.PersonId).SingleAsync());
        await host.WriteAsync(db => db.Addresses.Add(new Address { PersonId = person, Value = second }));
        return second;
    }

    private void GoToMorning() => host.Clock.SetUtcNow(RiyadhTime.At(RiyadhTime.DateOf(host.Clock.GetUtcNow()), new TimeOnly(10, 0)));

    private Task<List<(MessageClass, bool, ConsentWay, string, DateTimeOffset)>> LedgerAsync(Case of) => host.DatabaseAsync(async db =>
        (await db.Consents.Where(line => db.Conversations.Any(c => c.Id == line.ConversationId && c.Address == of.Phone)).OrderBy(line => line.Id).ToListAsync())
        .ConvertAll(line => (line.Class, line.Given, line.Way, line.Words, line.At)));
}

public sealed class StoppingOnSqlite(On<TalkHost, InSqlite> on) : StoppingTests(on.Fixture), IClassFixture<On<TalkHost, InSqlite>>;

public sealed class StoppingOnPostgreSql(On<TalkHost, InPostgreSql> on) : StoppingTests(on.Fixture), IClassFixture<On<TalkHost, InPostgreSql>>;

public sealed class StoppingOnSqlServer(On<TalkHost, InSqlServer> on) : StoppingTests(on.Fixture), IClassFixture<On<TalkHost, InSqlServer>>;
