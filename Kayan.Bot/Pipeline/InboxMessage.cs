namespace Kayan.Bot.Pipeline;

/// <summary>A message that waits for its turn. (Source, ExternalId) is unique: a second delivery changes nothing.</summary>
internal sealed class InboxMessage
{
    /// <summary>Where it came from: "twilio", "directline", "followup", "console".</summary>
    public required string Source { get; init; }

    /// <summary>The sender's own id, for example the MessageSid.</summary>
    public required string ExternalId { get; init; }

    public long ConversationId { get; set; }

    public Conversation? Conversation { get; init; }

    /// <summary>The line of the conversation; also the order of the turns.</summary>
    public long MessageId { get; set; }

    public Message? Message { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? HandledAt { get; set; }

    /// <summary>The trace that it belongs to, in the form of W3C's traceparent; null where nothing is traced.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Turns that were started and failed.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before; set after a failed turn.</summary>
    public DateTimeOffset? RetryAt { get; set; }
}
