namespace Kayan.Bot.Requests;

/// <summary>What became of the wish to move a request.</summary>
internal enum MoveOutcome
{
    Moved,

    /// <summary>The policy does not allow the move from where the request stands; nothing changed.</summary>
    NotAllowed,

    /// <summary>A refusal needs a reason that can be told; nothing changed.</summary>
    ReasonNeeded,

    /// <summary>Somebody else moved it first; nothing changed.</summary>
    Conflict,

    /// <summary>There is no such request.</summary>
    Absent,
}
