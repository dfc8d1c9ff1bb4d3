using Kayan.Bot.Dialogs;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Tests.Harness;
using Kayan.Bot.Tests.Links;
using Microsoft.EntityFrameworkCore;
using static Kayan.Bot.Tests.Harness.TalkHost;

namespace Kayan.Bot.Tests.Jobs;

/// <summary>A rating that comes by a button, or as a bare number, from the provider's webhook to the case file.</summary>
public abstract class RatingOutsideTheWindowTests(TalkHost host)
{
    [StorageFact]
    public async Task Notices_OfTheService_CarryTheirTemplateAndTheirTextMessage()
    {
        var request = await host.ReceiveAsync();
        await host.MoveAsync(request, RequestStage.DataCheck);
        await host.MoveAsync(request, RequestStage.DocumentsNeeded);
        host.Clock.Advance(TimeSpan.FromDays(3));
        await host.SweepAsync();
        await host.QuietAsync(request);

        var forms = (await MessagesAsync(request)).ConvertAll(MessageForms.Of);

        Assert.Equal(["stage_notice", "stage_notice", "rating_request", "stage_step", "documents_reminder"], forms.Select(f => f.Template));
        Assert.All(forms, f => Assert.Equal(request.Number, Assert.Single(f.Variables, variable => variable.Key == "number").Value));
        Assert.All(forms, f => Assert.NotEmpty(LinkVisitor.LinkIn(f.Sms!)));
        Assert.Equal([2], forms.Index().Where(f => f.Item.Rates is not null).Select(f => f.Index));
    }

    [StorageFact]
    public async Task Button_OfAnOlderRequest_CountsForExactlyThatStage()
    {
        var request = await host.ReceiveAsync();
        await host.MoveAsync(request, RequestStage.DataCheck);
        var first = host.SentTo(request)[^1];
        await host.MoveAsync(request, RequestStage.CommitteeReview);
        var second = host.SentTo(request)[^1];

        await PressAsync(request, 2, first.Sid);
        Assert.Equal([(RequestStage.DataCheck, 2)], await RatingsAsync(request));

        await PressAsync(request, 5, second.Sid);
        Assert.Equal([(RequestStage.DataCheck, 2), (RequestStage.CommitteeReview, 5)], await RatingsAsync(request));
    }

    [StorageFact]
    public async Task Button_OfSomebodyElsesMessage_CountsForNothingOfTheirs()
    {
        var victim = await host.ReceiveAsync();
        await host.MoveAsync(victim, RequestStage.DataCheck);
        var message = host.SentTo(victim)[^1];
        var other = await host.ReceiveAsync();

        await PressAsync(other, 1, message.Sid);

        Assert.Empty(await RatingsAsync(victim));
        Assert.Empty(await RatingsAsync(other));
    }

    [StorageTheory]
    [InlineData("٥", 5)]
    [InlineData("خمس نجوم", 5)]
    public async Task Number_WithTheStateLost_CountsWithinThreeDays(string said, int stars)
    {
        var request = await host.ReceiveAsync();
        await host.MoveAsync(request, RequestStage.DataCheck);
        await ForgetAsync(request);
        host.Clock.Advance(TimeSpan.FromHours(71));

        await host.SayAsync(request, said);

        Assert.Equal([(RequestStage.DataCheck, stars)], await RatingsAsync(request));
    }

    [StorageFact]
    public async Task Number_AfterThreeDays_IsAskedAboutFirst()
    {
        var request = await host.ReceiveAsync();
        await host.MoveAsync(request, RequestStage.DataCheck);
        host.Clock.Advance(TimeSpan.FromHours(73));

        await host.SayAsync(request, "5");
        Assert.Empty(await RatingsAsync(request));
        Assert.Contains("هل الرقم", host.SentTo(request)[^1].Body, StringComparison.Ordinal);

        await host.SayAsync(request, "1");
        Assert.Equal([(RequestStage.DataCheck, 5)], await RatingsAsync(request));
    }

    [StorageFact]
    public async Task Number_WithTwoOpen_IsAskedAboutAndNeverGuessed()
    {
        var request = await host.ReceiveAsync();
        await host.MoveAsync(request, RequestStage.DataCheck);
        await host.MoveAsync(request, RequestStage.CommitteeReview);

        await host.SayAsync(request, "4");
        Assert.Empty(await RatingsAsync(request));

        await host.SayAsync(request, "2");
        Assert.Equal([(RequestStage.DataCheck, 4)], await RatingsAsync(request));
    }

    [StorageFact]
    public async Task Number_OnAnotherChannelThanTheRequest_CountsForThePerson()
    {
        var request = await host.ReceiveAsync();
        await host.MoveAsync(request, RequestStage.DataCheck);

        await host.Phone(request.Phone).SmsAsync("٣");
        await host.HandledAsync();

        Assert.Equal([(RequestStage.DataCheck, 3)], await RatingsAsync(request));
    }

    [StorageFact]
    public async Task TextMessages_ThatCanBeAnswered_AskInTheConversation()
    {
        var answered = new TalkHost().With("Sms:CanReceive", "true");
        await answered.InitializeAsync();
        try
        {
            var request = await answered.ReceiveAsync(onWhatsApp: false);
            await answered.MoveAsync(request, RequestStage.DataCheck);

            Assert.Contains("من 1 (ضعيفة) إلى 5", answered.SentTo(request)[^1].Body, StringComparison.Ordinal);
        }
        finally
        {
            await answered.DisposeAsync();
        }
    }

    private async Task PressAsync(Case of, int stars, string message)
    {
        var phone = host.Phone(of.Phone);
        var fields = FakeTwilioWebhook.WhatsApp(host.Twilio.Account, FakeTwilioWebhook.NewSid(), of.Phone, $"{stars} من 5")
            .Select(field => field.Key == "MessageType" ? new("MessageType", "button") : field);
        await phone.PostAsync(phone.Sign(
        [
            .. fields, new("ButtonText", $"{stars} من 5"), new("ButtonPayload", $"rate:{stars}"),
            new("OriginalRepliedMessageSid", message), new("OriginalRepliedMessageSender", $"whatsapp:{host.Twilio.Account.WhatsAppFrom}"),
        ]));
        await host.HandledAsync();
    }

    private Task<int> ForgetAsync(Case of) => host.DatabaseAsync(db => db.Conversations.Where(c => c.Address == of.Phone && c.Channel == ChannelKind.WhatsApp)
        .ExecuteUpdateAsync(set => set.SetProperty(c => c.State, (string?)null)));

    private Task<List<(RequestStage, int)>> RatingsAsync(Case of) => host.DatabaseAsync(async db => (await (
        from request in db.Requests
        where request.Number == of.Number
        from entry in request.History
        join rating in db.StageRatings on entry.Id equals rating.StageEntryId
        orderby rating.Id
        select new { entry.Stage, rating.Service }).ToListAsync()).ConvertAll(rating => (rating.Stage, rating.Service)));

    private Task<List<Microsoft.Bot.Schema.Activity>> MessagesAsync(Case of) => host.DatabaseAsync(async db => (await db.Messages
        .Where(m => m.Author == Author.Bot && m.Conversation!.Address == of.Phone).OrderBy(m => m.Id).Select(m => m.Activity).ToListAsync())
        .ConvertAll(ActivityJson.Read));
}

public sealed class RatingOutsideTheWindowOnSqlite(On<TalkHost, InSqlite> on) : RatingOutsideTheWindowTests(on.Fixture), IClassFixture<On<TalkHost, InSqlite>>;

public sealed class RatingOutsideTheWindowOnPostgreSql(On<TalkHost, InPostgreSql> on) : RatingOutsideTheWindowTests(on.Fixture), IClassFixture<On<TalkHost, InPostgreSql>>;

public sealed class RatingOutsideTheWindowOnSqlServer(On<TalkHost, InSqlServer> on) : RatingOutsideTheWindowTests(on.Fixture), IClassFixture<On<TalkHost, InSqlServer>>;
