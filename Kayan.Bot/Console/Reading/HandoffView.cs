using Kayan.Bot.Domain.Handoffs;

namespace Kayan.Bot.Console.Reading;

/// <summary>The open handoff of a conversation.</summary>
public sealed record HandoffView(
    HandoffState State, HandoffReason Reason, Urgency Urgency, DateTimeOffset RequestedAt, long? OwnerId, string? OwnerName);
