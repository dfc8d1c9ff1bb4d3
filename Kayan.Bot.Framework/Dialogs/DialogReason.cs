namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Why a dialog's method was called.</summary>
public enum DialogReason
{
    /// <summary>It was begun.</summary>
    BeginCalled = 0,

    /// <summary>The user answered.</summary>
    ContinueCalled = 1,

    /// <summary>The dialog above it ended.</summary>
    EndCalled = 2,

    /// <summary>It was replaced by another.</summary>
    ReplaceCalled = 3,

    /// <summary>It was cancelled.</summary>
    CancelCalled = 4,

    /// <summary>A step went on to the next one.</summary>
    NextCalled = 5,
}
