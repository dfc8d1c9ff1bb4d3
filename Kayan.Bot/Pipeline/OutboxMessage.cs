using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Pipeline;

/// <summary>A message that waits to be sent by a channel, and what became of it.</summary>
internal sealed class OutboxMessage
{
    /// <summary>Time-ordered; travels in the status callback's address.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public long ConversationId { get; set; }

    public Conversation? Conversation { get; init; }

    public long MessageId { get; set; }

    public Message? Message { get; init; }

    public required ChannelKind Channel { get; init; }

    public required string To { get; init; }

    public required MessageClass Class { get; init; }

    /// <summary>Lower goes first (<see cref="Outbox.Priority"/>).</summary>
    public int Priority { get; init; }

    /// <summary>The WhatsApp message that did not arrive and that this text message stands for.</summary>
    public Guid? FallbackOf { get; init; }

    public OutboxState State { get; set; } = OutboxState.Pending;

    public int Attempts { get; set; }

    /// <summary>Pending: not before. Claimed: the claim ends. Ambiguous: looked up again then.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Not sent after this.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the provider was first asked, for the look-up of an ambiguous send.</summary>
    public DateTimeOffset? FirstTriedAt { get; set; }

    /// <summary>The provider's id of the message.</summary>
    public string? Sid { get; set; }

    /// <summary>The id under which WhatsApp refused it as free text; it goes out as the template then.</summary>
    public string? RefusedSid { get; set; }

    public DeliveryStatus Delivery { get; set; }

    /// <summary>The provider's error code, where it gave one.</summary>
    public int? ErrorCode { get; set; }

    /// <summary>The trace that it belongs to, in the form of W3C's traceparent; null where nothing is traced.</summary>
    public string? TraceParent { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
