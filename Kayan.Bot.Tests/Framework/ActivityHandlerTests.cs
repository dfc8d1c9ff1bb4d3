using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Framework;

public sealed class ActivityHandlerTests
{
    private readonly RecordingAdapter _adapter = new();
    private readonly Recorder _bot = new();

    [Theory]
    [InlineData("message", "message")]
    [InlineData("event", "event")]
    [InlineData("typing", "typing")]
    [InlineData("endOfConversation", "end")]
    [InlineData("installationUpdate", "installed")]
    [InlineData("messageReaction", "reaction")]
    [InlineData("somethingNew", "unrecognised")]
    public async Task OnTurn_ByType_CallsTheMethodForIt(string type, string method)
    {
        var activity = RecordingAdapter.Incoming(type: type);
        activity.Action = "add";
        activity.ReactionsAdded = [new MessageReaction("like")];

        await RunAsync(activity);

        Assert.Equal([method], _bot.Called);
    }

    [Fact]
    public async Task OnTurn_WithoutType_ThrowsArgument()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(RecordingAdapter.Incoming(type: null!)));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _bot.OnTurnAsync(null));
    }

    [Theory]
    [InlineData("user", "added")]
    [InlineData("bot", null)]
    public async Task MembersAdded_OnlyTheBot_IsNoNews(string memberId, string? method)
    {
        var activity = RecordingAdapter.Incoming(type: ActivityTypes.ConversationUpdate);
        activity.MembersAdded = [new ChannelAccount(memberId)];

        await RunAsync(activity);

        Assert.Equal(method is null ? [] : [method], _bot.Called);
    }

    [Fact]
    public async Task MembersAddedAndRemoved_InOneActivity_CallsAddedOnly()
    {
        var activity = RecordingAdapter.Incoming(type: ActivityTypes.ConversationUpdate);
        activity.MembersAdded = [new ChannelAccount("bot")];
        activity.MembersRemoved = [new ChannelAccount("user")];
        await RunAsync(activity);
        Assert.Empty(_bot.Called);

        activity.MembersAdded = null;
        await RunAsync(activity);
        Assert.Equal(["removed"], _bot.Called);
    }

    [Fact]
    public async Task Event_TokenResponse_HasItsOwnMethod()
    {
        var activity = RecordingAdapter.Incoming(type: ActivityTypes.Event);
        activity.Name = "tokens/response";

        await RunAsync(activity);

        Assert.Equal(["token"], _bot.Called);
    }

    [Fact]
    public async Task Invoke_UnlessOverridden_Answers501()
    {
        var activity = RecordingAdapter.Incoming(type: ActivityTypes.Invoke);
        activity.Name = "anything";

        await RunAsync(activity);

        var response = Assert.Single(_adapter.Sent);
        Assert.Equal("invokeResponse", response.Type);
        Assert.Equal(501, ((InvokeResponse)response.Value).Status);
    }

    [Fact]
    public async Task Message_SeenAsItsForm_IsTheSameActivity()
    {
        var activity = RecordingAdapter.Incoming();

        await RunAsync(activity);

        Assert.Same(activity, _bot.Seen);
    }

    private Task RunAsync(Activity activity) => _bot.OnTurnAsync(new TurnContext(_adapter, activity));

    private sealed class Recorder : ActivityHandler
    {
        public List<string> Called { get; } = [];

        public IActivity? Seen { get; private set; }

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
        {
            Seen = turnContext.Activity;
            return Note("message");
        }

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
            Note("event");

        protected override Task OnTokenResponseEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
            Note("token");

        protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) =>
            Note("typing");

        protected override Task OnEndOfConversationActivityAsync(
            ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) => Note("end");

        protected override Task OnInstallationUpdateAddAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("installed");

        protected override Task OnReactionsAddedAsync(
            IList<MessageReaction> messageReactions,
            ITurnContext<IMessageReactionActivity> turnContext,
            CancellationToken cancellationToken) => Note("reaction");

        protected override Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded,
            ITurnContext<IConversationUpdateActivity> turnContext,
            CancellationToken cancellationToken) => Note("added");

        protected override Task OnMembersRemovedAsync(
            IList<ChannelAccount> membersRemoved,
            ITurnContext<IConversationUpdateActivity> turnContext,
            CancellationToken cancellationToken) => Note("removed");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            Note("unrecognised");

        private Task Note(string method)
        {
            Called.Add(method);
            return Task.CompletedTask;
        }
    }
}
