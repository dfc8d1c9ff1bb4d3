namespace Microsoft.Bot.Schema;

/// <summary>What every activity has, whatever its type.</summary>
public interface IActivity
{
    /// <summary>One of <see cref="ActivityTypes"/>.</summary>
    string Type { get; set; }

    /// <summary>Given by the channel.</summary>
    string Id { get; set; }

    /// <summary>Where replies are posted.</summary>
    string ServiceUrl { get; set; }

    /// <summary>When it was sent (UTC).</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>When it was sent, in the sender's time.</summary>
    DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The channel it came by.</summary>
    string ChannelId { get; set; }

    /// <summary>The sender.</summary>
    ChannelAccount From { get; set; }

    /// <summary>The conversation it belongs to.</summary>
    ConversationAccount Conversation { get; set; }

    /// <summary>The receiver.</summary>
    ChannelAccount Recipient { get; set; }

    /// <summary>The activity that it answers.</summary>
    string ReplyToId { get; set; }

    /// <summary>Metadata about the text.</summary>
    IList<Entity> Entities { get; set; }

    /// <summary>Content for one channel only.</summary>
    object ChannelData { get; set; }

    /// <summary>The channel data as <typeparamref name="TypeT"/>, or default when there is none.</summary>
    TypeT GetChannelData<TypeT>();

    /// <summary>Like <see cref="GetChannelData{TypeT}"/>, false instead of an exception.</summary>
    bool TryGetChannelData<TypeT>(out TypeT instance);

    /// <summary>This, or null when it is not a message.</summary>
    IMessageActivity AsMessageActivity();

    /// <summary>This, or null when it is not a contact relation update.</summary>
    IContactRelationUpdateActivity AsContactRelationUpdateActivity();

    /// <summary>This, or null when it is not an installation update.</summary>
    IInstallationUpdateActivity AsInstallationUpdateActivity();

    /// <summary>This, or null when it is not a conversation update.</summary>
    IConversationUpdateActivity AsConversationUpdateActivity();

    /// <summary>This, or null when it is not a typing activity.</summary>
    ITypingActivity AsTypingActivity();

    /// <summary>This, or null when it is not an end of conversation.</summary>
    IEndOfConversationActivity AsEndOfConversationActivity();

    /// <summary>This, or null when it is not an event.</summary>
    IEventActivity AsEventActivity();

    /// <summary>This, or null when it is not an invoke.</summary>
    IInvokeActivity AsInvokeActivity();

    /// <summary>This, or null when it is not a message update.</summary>
    IMessageUpdateActivity AsMessageUpdateActivity();

    /// <summary>This, or null when it is not a message deletion.</summary>
    IMessageDeleteActivity AsMessageDeleteActivity();

    /// <summary>This, or null when it is not a reaction.</summary>
    IMessageReactionActivity AsMessageReactionActivity();

    /// <summary>This, or null when it is not a suggestion.</summary>
    ISuggestionActivity AsSuggestionActivity();

    /// <summary>What is needed to reply to this activity, or to come back to its conversation later.</summary>
    ConversationReference GetConversationReference();

    /// <summary>Addresses this activity by a reference, changes it in place and returns it.</summary>
    Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false);
}
