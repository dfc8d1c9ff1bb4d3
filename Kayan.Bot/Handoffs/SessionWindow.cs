using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;

namespace Kayan.Bot.Handoffs;

/// <summary>WhatsApp takes free text for 24 hours after the person's last message. The other channels always do.</summary>
internal static class SessionWindow
{
    public static readonly TimeSpan Length = TimeSpan.FromHours(24);

    /// <summary>When it closes; null where the channel has none.</summary>
    public static DateTimeOffset? ClosesAt(ChannelKind channel, DateTimeOffset? lastInboundAt) =>
        channel == ChannelKind.WhatsApp ? (lastInboundAt ?? DateTimeOffset.MinValue) + Length : null;

    public static bool IsOpen(Conversation conversation, DateTimeOffset now) =>
        ClosesAt(conversation.Channel, conversation.LastInboundAt) is not { } closes || now < closes;
}
