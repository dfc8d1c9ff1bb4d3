namespace Microsoft.Bot.Builder;

/// <summary>The bot's code, called once a turn at the end of the middleware.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);
