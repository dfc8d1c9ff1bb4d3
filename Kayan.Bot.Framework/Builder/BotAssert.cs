namespace Microsoft.Bot.Builder;

/// <summary>Guards shared by adapters and middleware; each throws <see cref="ArgumentNullException"/>.</summary>
public class BotAssert
{
    /// <summary>The activity must be there.</summary>
    public static void ActivityNotNull(IActivity activity) => ArgumentNullException.ThrowIfNull(activity);

    /// <summary>The turn context must be there.</summary>
    public static void ContextNotNull(ITurnContext turnContext) => ArgumentNullException.ThrowIfNull(turnContext);

    /// <summary>The reference must be there.</summary>
    public static void ConversationReferenceNotNull(ConversationReference reference) => ArgumentNullException.ThrowIfNull(reference);

    /// <summary>The list must be there, without a null in it.</summary>
    public static void ActivityListNotNull(IEnumerable<Activity> activities)
    {
        ArgumentNullException.ThrowIfNull(activities);
        foreach (var activity in activities)
        {
            ActivityNotNull(activity);
        }
    }

    /// <summary>The middleware must be there.</summary>
    public static void MiddlewareNotNull(IMiddleware middleware) => ArgumentNullException.ThrowIfNull(middleware);

    /// <summary>The list must be there, without a null in it.</summary>
    public static void MiddlewareNotNull(IEnumerable<IMiddleware> middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        foreach (var one in middleware)
        {
            MiddlewareNotNull(one);
        }
    }
}
