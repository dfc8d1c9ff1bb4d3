namespace Microsoft.Bot.Builder;

public partial class TurnContext
{
    /// <inheritdoc/>
    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        BotAssert.ActivityNotNull(activity);
        var outgoing = activity.ApplyConversationReference(Activity.GetConversationReference());
        return UpdateThroughHandlersAsync(outgoing, 0, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        if (string.IsNullOrWhiteSpace(activityId))
        {
            throw new ArgumentNullException(nameof(activityId));
        }

        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteThroughHandlersAsync(reference, 0, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        BotAssert.ConversationReferenceNotNull(conversationReference);
        return DeleteThroughHandlersAsync(conversationReference, 0, cancellationToken);
    }

    private Task<ResourceResponse> UpdateThroughHandlersAsync(Activity activity, int index, CancellationToken cancellationToken) =>
        index == (_onUpdateActivity?.Count ?? 0)
            ? Adapter.UpdateActivityAsync(this, activity, cancellationToken)
            : _onUpdateActivity[index](this, activity, () => UpdateThroughHandlersAsync(activity, index + 1, cancellationToken));

    private Task DeleteThroughHandlersAsync(ConversationReference reference, int index, CancellationToken cancellationToken) =>
        index == (_onDeleteActivity?.Count ?? 0)
            ? Adapter.DeleteActivityAsync(this, reference, cancellationToken)
            : _onDeleteActivity[index](this, reference, () => DeleteThroughHandlersAsync(reference, index + 1, cancellationToken));
}
