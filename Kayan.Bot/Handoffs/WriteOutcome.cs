namespace Kayan.Bot.Handoffs;

/// <summary>What became of a worker's message.</summary>
internal enum WriteOutcome
{
    /// <summary>It stands in the conversation and goes out.</summary>
    Written,

    /// <summary>There was nothing in it.</summary>
    Empty,

    /// <summary>Longer than <see cref="HandoffDesk.LongestText"/>, or a text message of more than three parts.</summary>
    TooLong,

    /// <summary>The conversation is not the worker's (any more).</summary>
    NotYours,

    /// <summary>The person wrote too long ago for free text on WhatsApp.</summary>
    WindowClosed,
}
