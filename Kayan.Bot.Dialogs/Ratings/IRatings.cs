namespace Kayan.Bot.Dialogs.Ratings;

/// <summary>Keeps what people say of a stage. A later answer of the same stage replaces the earlier one.</summary>
public interface IRatings
{
    /// <summary>The stage by its entry in the request's history; null where there is none.</summary>
    Task<RatedStage?> FindStageAsync(long stageEntryId, CancellationToken cancellationToken);

    /// <summary>The stages that the person of this conversation was asked about in the last two weeks and has not rated, the newest first.</summary>
    Task<IReadOnlyList<AskedRating>> FindAskedAsync(CancellationToken cancellationToken);

    /// <summary>The stage that a message of ours to this person asked about, by the provider's id of the message; null where it asked about none.</summary>
    Task<RatedStage?> FindByMessageAsync(string messageId, CancellationToken cancellationToken);

    /// <summary>Keeps one of the three answers, 1 to 5. The service comes first and makes the rating.</summary>
    Task RateAsync(RatedStage stage, RatedPart part, int stars, CancellationToken cancellationToken);

    /// <summary>Keeps the person's own words beside a rating that exists.</summary>
    Task AddWordsAsync(RatedStage stage, string words, CancellationToken cancellationToken);
}
