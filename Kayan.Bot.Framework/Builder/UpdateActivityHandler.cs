namespace Microsoft.Bot.Builder;

/// <summary>Sees an activity before it replaces a sent one; <paramref name="next"/> does it.</summary>
public delegate Task<ResourceResponse> UpdateActivityHandler(
    ITurnContext turnContext, Activity activity, Func<Task<ResourceResponse>> next);
