namespace Kayan.Bot.Pipeline;

/// <summary>
/// One line of a conversation as it stands in the case file. Its id is also the order and the Direct Line watermark.
/// The queues (<see cref="InboxMessage"/>, <see cref="OutboxMessage"/>) only point here.
/// </summary>
internal sealed class Message
{
    public long Id { get; set; }

    public long ConversationId { get; set; }

    public Conversation? Conversation { get; init; }

    public required Author Author { get; init; }

    /// <summary>The member of staff who wrote it.</summary>
    public long? WorkerId { get; init; }

    /// <summary>The words, as shown to people; null for an event.</summary>
    public string? Text { get; set; }

    /// <summary>The whole activity as Bot Framework JSON.</summary>
    public required string Activity { get; set; }

    public DateTimeOffset At { get; init; }
}
