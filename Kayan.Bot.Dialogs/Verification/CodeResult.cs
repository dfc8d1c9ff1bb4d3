namespace Kayan.Bot.Dialogs.Verification;

/// <summary>What became of a code.</summary>
public enum CodeResult
{
    /// <summary>Right: the conversation is verified.</summary>
    Right,

    /// <summary>Wrong.</summary>
    Wrong,

    /// <summary>There is no code that is still good.</summary>
    Expired,

    /// <summary>Too many wrong tries.</summary>
    TooManyTries,
}
