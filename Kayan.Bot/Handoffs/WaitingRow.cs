using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Handoffs;

/// <summary>A conversation on a work list. No words of it: a list is read over the shoulder.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Name">The person's name; null where the address is on no file.</param>
/// <param name="Channel">Where the person writes.</param>
/// <param name="Reason">Why the bot gave up.</param>
/// <param name="Urgency">How soon a human is needed.</param>
/// <param name="RequestedAt">When the person asked.</param>
/// <param name="LastInboundAt">The person's last message.</param>
/// <param name="RequestNumber">The person's newest request.</param>
/// <param name="AwaitsAnswer">Whether the person wrote last.</param>
public sealed record WaitingRow(
    long ConversationId,
    string? Name,
    ChannelKind Channel,
    HandoffReason Reason,
    Urgency Urgency,
    DateTimeOffset RequestedAt,
    DateTimeOffset? LastInboundAt,
    string? RequestNumber,
    bool AwaitsAnswer);
