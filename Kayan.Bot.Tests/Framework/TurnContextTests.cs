using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Framework;

public sealed class TurnContextTests : IDisposable
{
    private readonly RecordingAdapter _adapter = new();
    private readonly TurnContext _turnContext;

    public TurnContextTests() => _turnContext = new TurnContext(_adapter, RecordingAdapter.Incoming());

    public void Dispose() => _turnContext.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Send_BlankText_ThrowsArgumentNull(string? text) =>
        await Assert.ThrowsAsync<ArgumentNullException>(() => _turnContext.SendActivityAsync(text));

    [Fact]
    public async Task Send_NothingAtAll_Throws()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _turnContext.SendActivitiesAsync([]));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _turnContext.SendActivitiesAsync(null));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _turnContext.SendActivityAsync((IActivity)null!));
    }

    [Fact]
    public void TurnContext_WithoutAdapterOrActivity_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => new TurnContext((BotAdapter)null!, new Activity()));
        Assert.Throws<ArgumentNullException>(() => new TurnContext(_adapter, null));
    }

    [Fact]
    public async Task Send_Reply_IsAddressedByTheIncomingActivity()
    {
        await _turnContext.SendActivityAsync(new Activity(ActivityTypes.Message) { Text = "reply", Locale = "en-US" });

        var sent = Assert.Single(_adapter.Sent);
        Assert.Equal(("bot", "user", "conversation"), (sent.From.Id, sent.Recipient.Id, sent.Conversation.Id));
        Assert.Equal(("sms", "urn:service", "in-1", "en-US"), (sent.ChannelId, sent.ServiceUrl, sent.ReplyToId, sent.Locale));
    }

    [Fact]
    public async Task Send_WithoutLocale_TakesTheLocaleOfTheTurn()
    {
        await _turnContext.SendActivityAsync("reply");

        Assert.Equal("ar-SA", _adapter.Sent[0].Locale);
    }

    [Fact]
    public async Task Send_Text_HasTheInputHintOfTheInterfaceOnly()
    {
        await _turnContext.SendActivityAsync("reply");
        await ((ITurnContext)_turnContext).SendActivityAsync("reply");

        Assert.Equal([null, InputHints.AcceptingInput], _adapter.Sent.Select(sent => sent.InputHint));
    }

    [Fact]
    public async Task Send_IdOfTheChannel_IsWrittenBack()
    {
        var activity = MessageFactory.Text("reply");

        var response = await _turnContext.SendActivityAsync(activity);

        Assert.Equal(("sent-0", "sent-0"), (response.Id, activity.Id));
    }

    [Fact]
    public async Task Responded_AfterTracesOnly_IsFalse()
    {
        await _turnContext.SendActivityAsync((IActivity)Activity.CreateTraceActivity("trace"));
        Assert.False(_turnContext.Responded);

        await _turnContext.SendActivityAsync((IActivity)Activity.CreateTypingActivity());
        Assert.True(_turnContext.Responded);
    }

    [Fact]
    public async Task OnSendActivities_SeveralHandlers_RunFirstRegisteredFirst()
    {
        var order = new List<string>();
        _turnContext.OnSendActivities(async (_, activities, next) =>
        {
            order.Add("first");
            activities[0].Text += "!";
            var responses = await next();
            order.Add("first again");
            return responses;
        });
        _turnContext.OnSendActivities((_, _, next) =>
        {
            order.Add("second");
            return next();
        });

        await _turnContext.SendActivityAsync("reply");

        Assert.Equal(["first", "second", "first again"], order);
        Assert.Equal("reply!", _adapter.Sent[0].Text);
    }

    [Fact]
    public async Task OnSendActivities_HandlerThatDoesNotGoOn_WithholdsTheReply()
    {
        _turnContext.OnSendActivities((_, _, _) => Task.FromResult(Array.Empty<ResourceResponse>()));

        var response = await _turnContext.SendActivityAsync("reply");

        Assert.Null(response.Id);
        Assert.Empty(_adapter.Sent);
        Assert.False(_turnContext.Responded);
    }

    [Fact]
    public async Task ExpectReplies_Send_KeepsRepliesBack()
    {
        _turnContext.Activity.DeliveryMode = DeliveryModes.ExpectReplies;

        await _turnContext.SendActivityAsync("one");
        await _turnContext.SendActivityAsync("two");

        Assert.Empty(_adapter.Sent);
        Assert.Equal(["one", "two"], _turnContext.BufferedReplyActivities.Select(activity => activity.Text));
        Assert.True(_turnContext.Responded);
    }

    [Fact]
    public async Task UpdateAndDelete_PassTheirHandlersAndReachTheAdapter()
    {
        var seen = new List<string>();
        _turnContext.OnUpdateActivity((_, activity, next) =>
        {
            seen.Add(activity.Text);
            return next();
        });
        _turnContext.OnDeleteActivity((_, reference, next) =>
        {
            seen.Add(reference.ActivityId);
            return next();
        });

        await _turnContext.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "sent-0", Text = "new" });
        await _turnContext.DeleteActivityAsync("sent-1");

        Assert.Equal(["new", "sent-1"], seen);
        Assert.Equal(("sent-0", "conversation"), (_adapter.Updated[0].Id, _adapter.Updated[0].Conversation.Id));
        Assert.Equal(("sent-1", "conversation"), (_adapter.Deleted[0].ActivityId, _adapter.Deleted[0].Conversation.Id));
    }

    [Fact]
    public async Task Disposed_Send_ThrowsObjectDisposed()
    {
        _turnContext.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => _turnContext.SendActivityAsync("late"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => _turnContext.SendActivitiesAsync([MessageFactory.Text("late")]));
        Assert.Throws<ObjectDisposedException>(() => _turnContext.OnSendActivities((_, _, next) => next()));
        Assert.Throws<ObjectDisposedException>(() => _turnContext.TurnState.Get<string>("key"));
    }
}
