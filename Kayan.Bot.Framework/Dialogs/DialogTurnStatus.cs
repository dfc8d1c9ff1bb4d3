namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Where a dialog stack stands after a turn.</summary>
public enum DialogTurnStatus
{
    /// <summary>Nothing is on the stack.</summary>
    Empty = 0,

    /// <summary>The active dialog waits for the user.</summary>
    Waiting = 1,

    /// <summary>The last dialog ended.</summary>
    Complete = 2,

    /// <summary>All dialogs were cancelled.</summary>
    Cancelled = 3,

    /// <summary>Ended, and waiting for something new.</summary>
    CompleteAndWait = 4,
}
