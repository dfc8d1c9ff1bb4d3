namespace Kayan.Bot.Handoffs;

/// <summary>What became of taking a conversation.</summary>
internal enum TakeOutcome
{
    /// <summary>It is the worker's now, or was already.</summary>
    Taken,

    /// <summary>A colleague has it.</summary>
    SomebodyElses,

    /// <summary>Nobody waits in it any more.</summary>
    NotWaiting,
}
