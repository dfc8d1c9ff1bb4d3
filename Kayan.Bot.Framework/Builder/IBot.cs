namespace Microsoft.Bot.Builder;

/// <summary>A bot: one method, called for every activity.</summary>
public interface IBot
{
    /// <summary>Handles one incoming activity.</summary>
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
