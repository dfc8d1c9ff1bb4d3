namespace Kayan.Bot.Dialogs.Ratings;

/// <summary>A stage that the person was asked about and has not rated.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="At">When they were asked.</param>
public sealed record AskedRating(RatedStage Stage, DateTimeOffset At);
