namespace Microsoft.Bot.Builder;

/// <summary>Code around every turn.</summary>
public interface IMiddleware
{
    /// <summary>Runs before and after <paramref name="next"/>; not calling it ends the turn here.</summary>
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
