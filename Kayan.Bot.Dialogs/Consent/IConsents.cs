using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Dialogs.Consent;

/// <summary>The consent ledger of this conversation. What one of a person's conversations says counts for all of them.</summary>
public interface IConsents
{
    /// <summary>The person wants the service to write first (news and ratings), in these words.</summary>
    Task GiveAsync(string words, ConsentWay way, CancellationToken cancellationToken);

    /// <summary>The person wants no such messages: what was still to be sent is cancelled in the same turn.</summary>
    /// <returns>False where they have said so within a day and have been told that it is done: once is enough.</returns>
    Task<bool> TakeBackAsync(string words, ConsentWay way, CancellationToken cancellationToken);

    /// <summary>The person wants no requests for ratings, but news: those that were still to be sent are cancelled in the same turn.</summary>
    /// <returns>False where they have said so within a day and have been told that it is done.</returns>
    Task<bool> TakeBackRatingsAsync(string words, ConsentWay way, CancellationToken cancellationToken);
}
