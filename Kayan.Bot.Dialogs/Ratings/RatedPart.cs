namespace Kayan.Bot.Dialogs.Ratings;

/// <summary>What the policy wants rated (goal 5).</summary>
public enum RatedPart
{
    /// <summary>The service.</summary>
    Service,

    /// <summary>The procedure.</summary>
    Procedure,

    /// <summary>The person who served.</summary>
    Server,
}
