using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Framework;

public sealed class ActivityTests
{
    [Fact]
    public void Reference_OfMessage_NamesEverythingNeededToReply()
    {
        var reference = RecordingAdapter.Incoming().GetConversationReference();

        Assert.Equal(("in-1", "user", "bot"), (reference.ActivityId, reference.User.Id, reference.Bot.Id));
        Assert.Equal(("conversation", "sms", "ar-SA"), (reference.Conversation.Id, reference.ChannelId, reference.Locale));
    }

    [Theory]
    [InlineData("webchat", null)]
    [InlineData("directline", null)]
    [InlineData("sms", "in-1")]
    public void Reference_OfConversationUpdate_NamesNoActivityOnTheWebsite(string channelId, string? activityId)
    {
        var activity = RecordingAdapter.Incoming(type: ActivityTypes.ConversationUpdate);
        activity.ChannelId = channelId;

        Assert.Equal(activityId, activity.GetConversationReference().ActivityId);
    }

    [Fact]
    public void Apply_Incoming_AddressesTheBot()
    {
        var activity = new Activity(ActivityTypes.Message) { Locale = "en-US" };

        var same = activity.ApplyConversationReference(RecordingAdapter.Incoming().GetConversationReference(), isIncoming: true);

        Assert.Same(activity, same);
        Assert.Equal(("user", "bot", "in-1"), (activity.From.Id, activity.Recipient.Id, activity.Id));
        Assert.Equal("en-US", activity.Locale);
        Assert.Null(activity.ReplyToId);
    }

    [Fact]
    public void Continuation_OfReference_IsAnEventFromTheUser()
    {
        var reference = RecordingAdapter.Incoming().GetConversationReference();

        var activity = reference.GetContinuationActivity();

        Assert.Equal((ActivityTypes.Event, "ContinueConversation"), (activity.Type, activity.Name));
        Assert.Equal(("user", "bot"), (activity.From.Id, activity.Recipient.Id));
        Assert.Same(reference, activity.RelatesTo);
        Assert.True(Guid.TryParse(activity.Id, out _));
        Assert.NotEqual(activity.Id, reference.GetContinuationActivity().Id);
    }

    [Fact]
    public void CreateReply_SwapsTheParties()
    {
        var reply = RecordingAdapter.Incoming().CreateReply("yes");

        Assert.Equal(("bot", "user", "in-1"), (reply.From.Id, reply.Recipient.Id, reply.ReplyToId));
        Assert.Equal(("yes", "ar-SA", ActivityTypes.Message), (reply.Text, reply.Locale, reply.Type));
        Assert.NotNull(reply.Timestamp);
        Assert.Empty(reply.Attachments);
    }

    [Theory]
    [InlineData("event", true)]
    [InlineData("event/custom", true)]
    [InlineData("EVENT", true)]
    [InlineData("eventual", false)]
    [InlineData("message", false)]
    [InlineData(null, false)]
    public void AsEvent_ByType_IsThisOrNull(string? type, bool isEvent) =>
        Assert.Equal(isEvent, new Activity { Type = type }.AsEventActivity() is not null);

    [Fact]
    public void HasContent_WithoutAny_IsFalse()
    {
        Assert.False(new Activity(ActivityTypes.Message) { Text = " ", Attachments = [] }.HasContent());
        Assert.True(new Activity { Text = "a" }.HasContent());
        Assert.True(new Activity { Summary = "a" }.HasContent());
        Assert.True(new Activity { Attachments = [new Attachment()] }.HasContent());
        Assert.True(new Activity { ChannelData = "a" }.HasContent());
    }

    [Fact]
    public void Lists_OfNewActivity_AreNullAndOfCreatedMessageEmpty()
    {
        Assert.Null(new Activity().Attachments);
        Assert.Empty(Activity.CreateMessageActivity().Attachments);
        Assert.Empty(Activity.CreateConversationUpdateActivity().MembersAdded);
        Assert.NotNull(new Activity().Properties);
    }

    [Fact]
    public void ChannelData_OfTheTypeAskedFor_IsReturnedAsItIs()
    {
        var data = new Version(1, 0);
        var activity = new Activity { ChannelData = data };

        Assert.Same(data, activity.GetChannelData<Version>());
        Assert.Null(new Activity().GetChannelData<Version>());
        Assert.False(new Activity().TryGetChannelData<Version>(out _));
        Assert.True(activity.TryGetChannelData<Version>(out _));
    }

    [Fact]
    public void HeroCard_ToAttachment_CarriesTheCard()
    {
        var attachment = new HeroCard("title", buttons: [new CardAction(ActionTypes.ImBack, "yes", value: "yes")]).ToAttachment();

        Assert.Equal("application/vnd.microsoft.card.hero", attachment.ContentType);
        Assert.Equal("title", ((HeroCard)attachment.Content).Title);
    }

    [Fact]
    public void HandoffInitiation_FromTurn_IsAddressedAndCarriesTheTranscript()
    {
        var turnContext = new TurnContext(new RecordingAdapter(), RecordingAdapter.Incoming());

        var handoff = (Activity)EventFactory.CreateHandoffInitiation(turnContext, null, new Transcript([new Activity()]));

        Assert.Equal(("event", "handoff.initiate"), (handoff.Type, handoff.Name));
        Assert.Equal(("user", "sms"), (handoff.From.Id, handoff.ChannelId));
        Assert.Equal(("in-1", "conversation"), (handoff.ReplyToId, handoff.Conversation.Id));
        Assert.Equal("in-1", handoff.RelatesTo.ActivityId);
        Assert.Equal(("application/json", "Transcript"), (handoff.Attachments[0].ContentType, handoff.Attachments[0].Name));
        Assert.Throws<ArgumentNullException>(() => EventFactory.CreateHandoffInitiation(null, null));
    }

    [Fact]
    public void HandoffStatus_Accepted_CarriesStateAndMessage()
    {
        var status = (Activity)EventFactory.CreateHandoffStatus(new ConversationAccount(id: "c"), "accepted", "Nora");

        Assert.Equal(("handoff.status", "c"), (status.Name, status.Conversation.Id));
        Assert.Contains("accepted", status.Value.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => EventFactory.CreateHandoffStatus(null, "accepted"));
    }
}
