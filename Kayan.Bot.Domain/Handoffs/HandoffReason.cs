namespace Kayan.Bot.Domain.Handoffs;

/// <summary>Why a conversation goes to a human.</summary>
public enum HandoffReason
{
    /// <summary>The person asked for one.</summary>
    Asked,

    /// <summary>The bot did not understand three times.</summary>
    NotUnderstood,

    /// <summary>The answer is one that only a colleague can give.</summary>
    NeedsColleague,

    /// <summary>The procedure is unclear: the social research officer explains (policy, rule 4).</summary>
    UnclearProcedure,

    /// <summary>Too many wrong numbers or codes.</summary>
    NotVerified,

    /// <summary>A message that could not be handled.</summary>
    Failure,

    /// <summary>A voice note, which only a human can listen to.</summary>
    VoiceNote,

    /// <summary>The person, or somebody with them, may be in danger.</summary>
    Distress,
}
