namespace Kayan.Bot.Domain.FollowUps;

/// <summary>What a follow-up is for.</summary>
public enum FollowUpKind
{
    /// <summary>Tells that the request entered a stage.</summary>
    StageNotice,

    /// <summary>Asks for a rating of the stage.</summary>
    RatingRequest,

    /// <summary>Reminds of missing papers.</summary>
    DocumentsReminder,

    /// <summary>Tells that the request is still with the committee.</summary>
    CommitteeUpdate,
}
