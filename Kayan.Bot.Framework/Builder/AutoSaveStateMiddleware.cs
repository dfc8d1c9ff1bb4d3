namespace Microsoft.Bot.Builder;

/// <summary>Saves states after a turn that did not throw.</summary>
public class AutoSaveStateMiddleware : IMiddleware
{
    /// <summary>Saves these states.</summary>
    public AutoSaveStateMiddleware(params BotState[] botStates) => BotStateSet = new BotStateSet(botStates);

    /// <summary>Saves this set.</summary>
    public AutoSaveStateMiddleware(BotStateSet botStateSet) => BotStateSet = botStateSet;

    /// <summary>The states.</summary>
    public BotStateSet BotStateSet { get; set; }

    /// <summary>Adds a state.</summary>
    public AutoSaveStateMiddleware Add(BotState botState)
    {
        ArgumentNullException.ThrowIfNull(botState);
        BotStateSet.Add(botState);
        return this;
    }

    /// <inheritdoc/>
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        await next(cancellationToken).ConfigureAwait(false);
        await BotStateSet.SaveAllChangesAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
    }
}
