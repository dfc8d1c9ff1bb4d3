using System.Globalization;

namespace Microsoft.Bot.Schema;

/// <summary>What is needed to come back to a conversation.</summary>
public class ConversationReference
{
    /// <summary>An empty reference.</summary>
    public ConversationReference()
    {
    }

    /// <summary>A reference by its parts.</summary>
    public ConversationReference(
        string activityId = default,
        ChannelAccount user = default,
        ChannelAccount bot = default,
        ConversationAccount conversation = default,
        string channelId = default,
        string serviceUrl = default)
        : this(default, activityId, user, bot, conversation, channelId, serviceUrl)
    {
    }

    /// <summary>A reference by its parts, with a language.</summary>
    public ConversationReference(
        CultureInfo locale,
        string activityId = default,
        ChannelAccount user = default,
        ChannelAccount bot = default,
        ConversationAccount conversation = default,
        string channelId = default,
        string serviceUrl = default)
    {
        Locale = locale?.Name;
        ActivityId = activityId;
        User = user;
        Bot = bot;
        Conversation = conversation;
        ChannelId = channelId;
        ServiceUrl = serviceUrl;
    }

    /// <summary>The activity that it was taken from.</summary>
    public string ActivityId { get; set; }

    /// <summary>The person.</summary>
    public ChannelAccount User { get; set; }

    /// <summary>The bot.</summary>
    public ChannelAccount Bot { get; set; }

    /// <summary>The conversation.</summary>
    public ConversationAccount Conversation { get; set; }

    /// <summary>The channel.</summary>
    public string ChannelId { get; set; }

    /// <summary>The language.</summary>
    public string Locale { get; set; }

    /// <summary>Where replies are posted.</summary>
    public string ServiceUrl { get; set; }

    /// <summary>An event named "ContinueConversation" that opens a turn in this conversation.</summary>
    public Activity GetContinuationActivity() => new(ActivityTypes.Event)
    {
        Name = ActivityEventNames.ContinueConversation,
        Id = Guid.CreateVersion7().ToString(),
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
        Conversation = Conversation,
        Recipient = Bot,
        From = User,
        RelatesTo = this,
    };
}
