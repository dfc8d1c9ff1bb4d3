namespace Kayan.Bot.Security;

/// <summary>A wrong request number, id ending or code, counted per conversation to stop guessing.</summary>
internal sealed class FailedLookup
{
    public long Id { get; set; }

    public long ConversationId { get; init; }

    public DateTimeOffset At { get; init; }
}
