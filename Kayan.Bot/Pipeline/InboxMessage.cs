namespace Kayan.Bot.Pipeline;

/// <summary>A message that waits for its turn. (Source, ExternalId) is unique: a second delivery changes nothing.</summary>
internal sealed class InboxMessage
{
    public long Id { get; set; }

    /// <summary>Where it came from: "twilio", "directline", "followup", "console".</summary>
    public required string Source { get; init; }

    /// <summary>The sender's own id, for example the MessageSid.</summary>
    public required string ExternalId { get; init; }

    public long ConversationId { get; set; }

    public Conversation? Conversation { get; init; }

    public long MessageId { get; set; }

    public Message? Message { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? HandledAt { get; set; }

    /// <summary>Turns that were started and failed.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before; set after a failed turn.</summary>
    public DateTimeOffset? RetryAt { get; set; }
}
