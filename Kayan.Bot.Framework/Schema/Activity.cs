using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Anything that is said or happens in a conversation: the one type of the wire.</summary>
[DebuggerDisplay("[{Type}] {Text}")]
public partial class Activity
{
    /// <summary>The media type of an activity.</summary>
    public const string ContentType = "application/vnd.microsoft.activity";

    /// <summary>An empty activity.</summary>
    public Activity()
    {
    }

    /// <summary>One of <see cref="ActivityTypes"/>.</summary>
    public string Type { get; set; }

    /// <summary>Given by the channel.</summary>
    public string Id { get; set; }

    /// <summary>When it was sent (UTC).</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>When it was sent, in the sender's time.</summary>
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The sender's IANA time zone.</summary>
    public string LocalTimezone { get; set; }

    /// <summary>Where replies are posted.</summary>
    public string ServiceUrl { get; set; }

    /// <summary>The channel it came by.</summary>
    public string ChannelId { get; set; }

    /// <summary>The sender.</summary>
    public ChannelAccount From { get; set; }

    /// <summary>The conversation it belongs to.</summary>
    public ConversationAccount Conversation { get; set; }

    /// <summary>The receiver.</summary>
    public ChannelAccount Recipient { get; set; }

    /// <summary>One of <see cref="TextFormatTypes"/>.</summary>
    public string TextFormat { get; set; }

    /// <summary>One of <see cref="AttachmentLayoutTypes"/>.</summary>
    public string AttachmentLayout { get; set; }

    /// <summary>Who joined.</summary>
    public IList<ChannelAccount> MembersAdded { get; set; }

    /// <summary>Who left.</summary>
    public IList<ChannelAccount> MembersRemoved { get; set; }

    /// <summary>Reactions put on.</summary>
    public IList<MessageReaction> ReactionsAdded { get; set; }

    /// <summary>Reactions taken off.</summary>
    public IList<MessageReaction> ReactionsRemoved { get; set; }

    /// <summary>The conversation's topic.</summary>
    public string TopicName { get; set; }

    /// <summary>Whether the earlier history is visible.</summary>
    public bool? HistoryDisclosed { get; set; }

    /// <summary>The language of the text, for example ar-SA.</summary>
    public string Locale { get; set; }

    /// <summary>The text.</summary>
    public string Text { get; set; }

    /// <summary>What is said where the channel speaks (SSML).</summary>
    public string Speak { get; set; }

    /// <summary>One of <see cref="InputHints"/>.</summary>
    public string InputHint { get; set; }

    /// <summary>The text where cards cannot be shown.</summary>
    public string Summary { get; set; }

    /// <summary>Buttons that vanish once one is chosen.</summary>
    public SuggestedActions SuggestedActions { get; set; }

    /// <summary>Cards and files.</summary>
    public IList<Attachment> Attachments { get; set; }

    /// <summary>Metadata about the text.</summary>
    public IList<Entity> Entities { get; set; }

    /// <summary>Content for one channel only; comes in as a <see cref="System.Text.Json.JsonElement"/>.</summary>
    public object ChannelData { get; set; }

    /// <summary>What a contact or installation update did.</summary>
    public string Action { get; set; }

    /// <summary>The activity that it answers.</summary>
    public string ReplyToId { get; set; }

    /// <summary>A label for people, on traces.</summary>
    public string Label { get; set; }

    /// <summary>The kind of <see cref="Value"/>.</summary>
    public string ValueType { get; set; }

    /// <summary>The data of an event, invoke or button; comes in as a <see cref="System.Text.Json.JsonElement"/>.</summary>
    public object Value { get; set; }

    /// <summary>The name of an event, invoke or command.</summary>
    public string Name { get; set; }

    /// <summary>Another conversation that it is about.</summary>
    public ConversationReference RelatesTo { get; set; }

    /// <summary>One of <see cref="EndOfConversationCodes"/>.</summary>
    public string Code { get; set; }

    /// <summary>Not to be delivered after this moment.</summary>
    public DateTimeOffset? Expiration { get; set; }

    /// <summary>One of <see cref="ActivityImportance"/>.</summary>
    public string Importance { get; set; }

    /// <summary>One of <see cref="DeliveryModes"/>.</summary>
    public string DeliveryMode { get; set; }

    /// <summary>Words that speech recognition should expect.</summary>
    public IList<string> ListenFor { get; set; }

    /// <summary>Passages that a suggestion refers to.</summary>
    public IList<TextHighlight> TextHighlights { get; set; }

    /// <summary>A named action with parameters.</summary>
    public SemanticAction SemanticAction { get; set; }

    /// <summary>Who called the bot; never on the wire of a channel.</summary>
    public string CallerId { get; set; }

    /// <summary>Members of the JSON that this type does not know; written back as they came.</summary>
    [JsonIgnore]
    public IDictionary<string, JsonElement> Properties
    {
        get => ExtensionData ??= new Dictionary<string, JsonElement>();
        set => ExtensionData = value;
    }

    [JsonExtensionData]
    [JsonInclude]
    internal IDictionary<string, JsonElement> ExtensionData { get; set; }
}
