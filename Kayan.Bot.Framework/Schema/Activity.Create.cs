using System.Runtime.CompilerServices;

namespace Microsoft.Bot.Schema;

public partial class Activity
{
    /// <summary>An activity by its parts.</summary>
    public Activity(
        string type = default,
        string id = default,
        DateTimeOffset? timestamp = default,
        DateTimeOffset? localTimestamp = default,
        string serviceUrl = default,
        string channelId = default,
        ChannelAccount from = default,
        ConversationAccount conversation = default,
        ChannelAccount recipient = default,
        string textFormat = default,
        string attachmentLayout = default,
        IList<ChannelAccount> membersAdded = default,
        IList<ChannelAccount> membersRemoved = default,
        IList<MessageReaction> reactionsAdded = default,
        IList<MessageReaction> reactionsRemoved = default,
        string topicName = default,
        bool? historyDisclosed = default,
        string locale = default,
        string text = default,
        string speak = default,
        string inputHint = default,
        string summary = default,
        SuggestedActions suggestedActions = default,
        IList<Attachment> attachments = default,
        IList<Entity> entities = default,
        object channelData = default,
        string action = default,
        string replyToId = default,
        string label = default,
        string valueType = default,
        object value = default,
        string name = default,
        ConversationReference relatesTo = default,
        string code = default,
        DateTimeOffset? expiration = default,
        string importance = default,
        string deliveryMode = default,
        IList<string> listenFor = default,
        IList<TextHighlight> textHighlights = default,
        SemanticAction semanticAction = default,
        string localTimezone = default)
    {
        Type = type;
        Id = id;
        Timestamp = timestamp;
        LocalTimestamp = localTimestamp;
        LocalTimezone = localTimezone;
        ServiceUrl = serviceUrl;
        ChannelId = channelId;
        From = from;
        Conversation = conversation;
        Recipient = recipient;
        TextFormat = textFormat;
        AttachmentLayout = attachmentLayout;
        MembersAdded = membersAdded;
        MembersRemoved = membersRemoved;
        ReactionsAdded = reactionsAdded;
        ReactionsRemoved = reactionsRemoved;
        TopicName = topicName;
        HistoryDisclosed = historyDisclosed;
        Locale = locale;
        Text = text;
        Speak = speak;
        InputHint = inputHint;
        Summary = summary;
        SuggestedActions = suggestedActions;
        Attachments = attachments;
        Entities = entities;
        ChannelData = channelData;
        Action = action;
        ReplyToId = replyToId;
        Label = label;
        ValueType = valueType;
        Value = value;
        Name = name;
        RelatesTo = relatesTo;
        Code = code;
        Expiration = expiration;
        Importance = importance;
        DeliveryMode = deliveryMode;
        ListenFor = listenFor;
        TextHighlights = textHighlights;
        SemanticAction = semanticAction;
    }

    /// <summary>A message with empty attachments and entities.</summary>
    public static IMessageActivity CreateMessageActivity() =>
        new Activity(ActivityTypes.Message) { Attachments = new List<Attachment>(), Entities = new List<Entity>() };

    /// <summary>A contact relation update.</summary>
    public static IContactRelationUpdateActivity CreateContactRelationUpdateActivity() => new Activity(ActivityTypes.ContactRelationUpdate);

    /// <summary>A conversation update with empty member lists.</summary>
    public static IConversationUpdateActivity CreateConversationUpdateActivity() =>
        new Activity(ActivityTypes.ConversationUpdate)
        {
            MembersAdded = new List<ChannelAccount>(),
            MembersRemoved = new List<ChannelAccount>(),
        };

    /// <summary>A typing activity.</summary>
    public static ITypingActivity CreateTypingActivity() => new Activity(ActivityTypes.Typing);

    /// <summary>A handoff activity.</summary>
    public static IHandoffActivity CreateHandoffActivity() => new Activity(ActivityTypes.Handoff);

    /// <summary>An end of conversation.</summary>
    public static IEndOfConversationActivity CreateEndOfConversationActivity() => new Activity(ActivityTypes.EndOfConversation);

    /// <summary>An event.</summary>
    public static IEventActivity CreateEventActivity() => new Activity(ActivityTypes.Event);

    /// <summary>An invoke.</summary>
    public static IInvokeActivity CreateInvokeActivity() => new Activity(ActivityTypes.Invoke);

    /// <summary>A trace; the value type defaults to the type name of the value.</summary>
    public static ITraceActivity CreateTraceActivity(
        string name, string valueType = null, object value = null, [CallerMemberName] string label = null) =>
        new Activity(ActivityTypes.Trace) { Name = name, Label = label, ValueType = valueType ?? value?.GetType().Name, Value = value };

    /// <summary>A message that answers this activity: sender and recipient swapped, in the same conversation.</summary>
    public Activity CreateReply(string text = null, string locale = null) => new()
    {
        Type = ActivityTypes.Message,
        Timestamp = TimeProvider.System.GetUtcNow(),
        From = new ChannelAccount(Recipient?.Id, Recipient?.Name),
        Recipient = new ChannelAccount(From?.Id, From?.Name),
        ReplyToId = RepliesNameTheirActivity() ? Id : null,
        ServiceUrl = ServiceUrl,
        ChannelId = ChannelId,
        Conversation = new ConversationAccount(isGroup: Conversation?.IsGroup, id: Conversation?.Id, name: Conversation?.Name),
        Text = text ?? string.Empty,
        Locale = locale ?? Locale,
        Attachments = new List<Attachment>(),
        Entities = new List<Entity>(),
    };

    /// <summary>A trace that answers this activity.</summary>
    public ITraceActivity CreateTrace(
        string name, object value = null, string valueType = null, [CallerMemberName] string label = null)
    {
        var reply = CreateReply();
        reply.Type = ActivityTypes.Trace;
        reply.Text = null;
        reply.Name = name;
        reply.Label = label;
        reply.ValueType = valueType ?? value?.GetType().Name;
        reply.Value = value;
        return reply;
    }
}
