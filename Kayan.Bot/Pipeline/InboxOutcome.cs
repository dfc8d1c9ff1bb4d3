namespace Kayan.Bot.Pipeline;

internal enum InboxOutcome
{
    /// <summary>Stored; its turn will come.</summary>
    Stored,

    /// <summary>It had been stored before; nothing changed.</summary>
    Duplicate,
}
