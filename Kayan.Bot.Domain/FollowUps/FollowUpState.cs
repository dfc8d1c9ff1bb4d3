namespace Kayan.Bot.Domain.FollowUps;

/// <summary>Where a follow-up stands. Only a pending one can change.</summary>
public enum FollowUpState
{
    /// <summary>Waits for its time.</summary>
    Pending,

    /// <summary>Its message is written.</summary>
    Sent,

    /// <summary>The stage moved on before it went out.</summary>
    Overtaken,

    /// <summary>Too old to be of use.</summary>
    Expired,

    /// <summary>The person asked for no such messages, or has no address.</summary>
    NotWanted,
}
