namespace Kayan.Bot.Pipeline;

/// <summary>Who handles a conversation's messages at the moment. Claimed by compare-and-set; the token fences off a late owner.</summary>
internal sealed class ConversationLease
{
    public long ConversationId { get; init; }

    /// <summary>Counts up with each claim.</summary>
    public long Token { get; set; }

    /// <summary>The claim ends here unless it is released before.</summary>
    public DateTimeOffset Until { get; set; }
}
