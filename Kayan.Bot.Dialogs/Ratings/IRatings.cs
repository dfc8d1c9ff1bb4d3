namespace Kayan.Bot.Dialogs.Ratings;

/// <summary>Keeps what people say of a stage. A later answer of the same stage replaces the earlier one.</summary>
public interface IRatings
{
    /// <summary>The stage by its entry in the request's history; null where there is none.</summary>
    Task<RatedStage?> FindStageAsync(long stageEntryId, CancellationToken cancellationToken);

    /// <summary>The newest stage that the person of this conversation was asked about and has not rated; null where there is none.</summary>
    Task<RatedStage?> FindUnratedAsync(CancellationToken cancellationToken);

    /// <summary>Keeps one of the three answers, 1 to 5. The service comes first and makes the rating.</summary>
    Task RateAsync(RatedStage stage, RatedPart part, int stars, CancellationToken cancellationToken);

    /// <summary>Keeps the person's own words beside a rating that exists.</summary>
    Task AddWordsAsync(RatedStage stage, string words, CancellationToken cancellationToken);
}
