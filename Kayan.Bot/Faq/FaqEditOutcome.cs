namespace Kayan.Bot.Faq;

/// <summary>What became of a change to an entry.</summary>
internal enum FaqEditOutcome
{
    /// <summary>Stored; the bot answers by it in a moment.</summary>
    Saved,

    /// <summary>There is no such entry.</summary>
    Absent,

    /// <summary>Somebody else changed it meanwhile.</summary>
    Conflict,

    /// <summary>A question or an answer is empty.</summary>
    Incomplete,

    /// <summary>An answer does not fit in three parts of an SMS.</summary>
    AnswerTooLong,

    /// <summary>Too few ways of asking, too many, or one that is too long.</summary>
    PhrasingsWrong,

    /// <summary>One way of asking belongs to another question or to a command.</summary>
    PhrasingTaken,
}
