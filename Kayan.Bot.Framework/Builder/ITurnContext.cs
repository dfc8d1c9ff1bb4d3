namespace Microsoft.Bot.Builder;

/// <summary>One turn: the incoming activity and the means to answer it.</summary>
public interface ITurnContext
{
    /// <summary>The adapter that runs the turn.</summary>
    BotAdapter Adapter { get; }

    /// <summary>What middleware and bot share during the turn.</summary>
    TurnContextStateCollection TurnState { get; }

    /// <summary>The incoming activity.</summary>
    Activity Activity { get; }

    /// <summary>Whether something other than a trace was sent in this turn.</summary>
    bool Responded { get; }

    /// <summary>Sends a text. A blank text throws <see cref="ArgumentNullException"/>.</summary>
    Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend,
        string speak = null,
        string inputHint = InputHints.AcceptingInput,
        CancellationToken cancellationToken = default);

    /// <summary>Sends an activity, addressed to where the incoming one came from.</summary>
    Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    /// <summary>Sends several activities in order. An empty array throws <see cref="ArgumentException"/>.</summary>
    Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default);

    /// <summary>Replaces a sent activity that has the same id.</summary>
    Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    /// <summary>Deletes a sent activity.</summary>
    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);

    /// <summary>Deletes the sent activity that the reference names.</summary>
    Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default);

    /// <summary>Adds a handler around sending; the first added runs first.</summary>
    ITurnContext OnSendActivities(SendActivitiesHandler handler);

    /// <summary>Adds a handler around updating; the first added runs first.</summary>
    ITurnContext OnUpdateActivity(UpdateActivityHandler handler);

    /// <summary>Adds a handler around deleting; the first added runs first.</summary>
    ITurnContext OnDeleteActivity(DeleteActivityHandler handler);
}
