using Kayan.Bot.Framework;
using Microsoft.Bot.Connector;

namespace Microsoft.Bot.Schema;

public partial class Activity
{
    /// <inheritdoc/>
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text)
        || !string.IsNullOrWhiteSpace(Summary)
        || Attachments is { Count: > 0 }
        || ChannelData != null;

    /// <inheritdoc/>
    public Mention[] GetMentions() =>
        Entities?.Where(entity => string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase))
            .Select(entity => entity as Mention ?? entity.GetAs<Mention>())
            .ToArray() ?? [];

    /// <inheritdoc/>
    public TypeT GetChannelData<TypeT>() => SchemaJson.Convert<TypeT>(ChannelData);

    /// <inheritdoc/>
    public bool TryGetChannelData<TypeT>(out TypeT instance)
    {
        instance = default;
        if (ChannelData is null)
        {
            return false;
        }

        try
        {
            instance = GetChannelData<TypeT>();
            return true;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or NotSupportedException or InvalidCastException or FormatException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = RepliesNameTheirActivity() ? Id : null,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    /// <summary>A reference to something that the bot sent, by the id that the channel gave it.</summary>
    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        var reference = GetConversationReference();
        reference.ActivityId = reply.Id;
        return reference;
    }

    /// <inheritdoc/>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale ??= reference.Locale;
        (From, Recipient) = isIncoming ? (reference.User, reference.Bot) : (reference.Bot, reference.User);
        if (reference.ActivityId is null)
        {
            return this;
        }

        if (isIncoming)
        {
            Id = reference.ActivityId;
        }
        else
        {
            ReplyToId = reference.ActivityId;
        }

        return this;
    }

    internal Activity Copy() => (Activity)MemberwiseClone();

    // Web Chat's opening conversationUpdate has an id that no reply can be threaded under.
    private bool RepliesNameTheirActivity() =>
        !string.Equals(Type, ActivityTypes.ConversationUpdate, StringComparison.OrdinalIgnoreCase)
        || (!string.Equals(ChannelId, Channels.Directline, StringComparison.OrdinalIgnoreCase)
            && !string.Equals(ChannelId, Channels.Webchat, StringComparison.OrdinalIgnoreCase));
}
