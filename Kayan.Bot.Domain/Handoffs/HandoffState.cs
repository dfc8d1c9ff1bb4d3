namespace Kayan.Bot.Domain.Handoffs;

/// <summary>Who has the conversation: Waiting → Human → Closed (the bot has it again).</summary>
public enum HandoffState
{
    /// <summary>On the waiting list.</summary>
    Waiting,

    /// <summary>A worker owns it; the bot is silent.</summary>
    Human,

    /// <summary>Given back to the bot.</summary>
    Closed,
}
