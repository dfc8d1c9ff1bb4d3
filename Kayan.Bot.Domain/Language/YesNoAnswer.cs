namespace Kayan.Bot.Domain.Language;

/// <summary>What an answer to a yes-or-no question says.</summary>
public enum YesNoAnswer
{
    /// <summary>Not an answer to the question.</summary>
    Unknown,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,

    /// <summary>The person does not know, or cannot say yet.</summary>
    DontKnow,
}
