using System.Globalization;
using System.Security.Claims;

namespace Microsoft.Bot.Builder;

/// <summary>Stands between a channel and the bot: runs turns, sends replies.</summary>
public abstract class BotAdapter
{
    /// <summary>Where the answer to an invoke lies in the turn state.</summary>
    public const string InvokeResponseKey = "BotFrameworkAdapter.InvokeResponse";

    /// <summary>Where the caller's identity lies in the turn state.</summary>
    public const string BotIdentityKey = "BotIdentity";

    /// <summary>Where the audience of outgoing calls lies in the turn state.</summary>
    public const string OAuthScopeKey = "Microsoft.Bot.Builder.BotAdapter.OAuthScope";

    /// <summary>An adapter without middleware.</summary>
    public BotAdapter()
    {
    }

    /// <summary>Gets what a turn throws; when null, the exception goes on to the caller.</summary>
    public Func<ITurnContext, Exception, Task> OnTurnError { get; set; }

    /// <summary>The middleware around every turn.</summary>
    public MiddlewareSet MiddlewareSet { get; } = [];

    /// <summary>Adds middleware at the end.</summary>
    public BotAdapter Use(IMiddleware middleware)
    {
        MiddlewareSet.Use(middleware);
        return this;
    }

    /// <summary>Sends activities and returns the ids that the channel gave them, in the same order.</summary>
    public abstract Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken);

    /// <summary>Replaces a sent activity.</summary>
    public abstract Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken);

    /// <summary>Deletes a sent activity.</summary>
    public abstract Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken);

    /// <summary>Opens a turn in a conversation on the bot's own initiative.</summary>
    public virtual async Task ContinueConversationAsync(
        string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        BotAssert.ConversationReferenceNotNull(reference);
        using var context = new TurnContext(this, reference.GetContinuationActivity());
        await RunPipelineAsync(context, callback, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Not supported unless an adapter overrides it.</summary>
    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity,
        ConversationReference reference,
        BotCallbackHandler callback,
        CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Not supported unless an adapter overrides it.</summary>
    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity,
        ConversationReference reference,
        string audience,
        BotCallbackHandler callback,
        CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Not supported unless an adapter overrides it.</summary>
    public virtual Task ContinueConversationAsync(
        string botId, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Not supported unless an adapter overrides it.</summary>
    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity,
        Activity continuationActivity,
        BotCallbackHandler callback,
        CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Not supported unless an adapter overrides it.</summary>
    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity,
        Activity continuationActivity,
        string audience,
        BotCallbackHandler callback,
        CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Not supported unless an adapter overrides it.</summary>
    public virtual Task<InvokeResponse> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Runs middleware and bot under the culture of the activity; exceptions go to <see cref="OnTurnError"/>.</summary>
    protected async Task RunPipelineAsync(
        ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        BotAssert.ContextNotNull(turnContext);
        if (turnContext.Activity is null)
        {
            await (callback?.Invoke(turnContext, cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
            return;
        }

        SetCulture(turnContext);
        try
        {
            await MiddlewareSet.ReceiveActivityWithStatusAsync(turnContext, callback, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (OnTurnError is not null)
        {
            await OnTurnError(turnContext, exception).ConfigureAwait(false);
        }
    }

    // Called from an async method, so that the caller's culture comes back when the turn is over.
    private static void SetCulture(ITurnContext turnContext)
    {
        var locale = turnContext.Activity.Locale;
        if (locale is null)
        {
            return;
        }

        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(locale);
        }
        catch (CultureNotFoundException)
        {
            locale = CultureInfo.CurrentCulture.Name;
        }

        if (turnContext is TurnContext context)
        {
            context.Locale = locale;
        }
    }
}
