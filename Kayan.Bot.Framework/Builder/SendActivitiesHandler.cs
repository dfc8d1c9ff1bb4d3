namespace Microsoft.Bot.Builder;

/// <summary>Sees, changes or withholds activities before they are sent; <paramref name="next"/> sends them.</summary>
public delegate Task<ResourceResponse[]> SendActivitiesHandler(
    ITurnContext turnContext, List<Activity> activities, Func<Task<ResourceResponse[]>> next);
