namespace Kayan.Bot.Handoffs;

/// <summary>What became of giving a conversation back to the bot.</summary>
internal enum GiveBackOutcome
{
    /// <summary>The bot has it again.</summary>
    GivenBack,

    /// <summary>The conversation is not the worker's (any more).</summary>
    NotYours,

    /// <summary>Nothing was said about how it ended, or too much.</summary>
    NoOutcome,
}
