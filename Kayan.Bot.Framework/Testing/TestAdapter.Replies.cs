using System.Globalization;

namespace Microsoft.Bot.Builder.Adapters;

public partial class TestAdapter
{
    private readonly Lock _queueLock = new();
    private readonly Queue<TaskCompletionSource<IActivity>> _waiting = new();

    /// <inheritdoc/>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
        {
            throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));
        }

        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            var activity = activities[i];
            if (string.IsNullOrEmpty(activity.Id))
            {
                activity.Id = Guid.CreateVersion7().ToString("n");
            }

            activity.Timestamp ??= TimeProvider.System.GetUtcNow();
            if (activity.Type == ActivityTypesEx.Delay)
            {
                var pause = Convert.ToInt32(activity.Value, CultureInfo.InvariantCulture);
                await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
            }
            else if (activity.Type != ActivityTypes.Trace || EnableTrace)
            {
                Enqueue(activity);
            }

            responses[i] = new ResourceResponse(activity.Id);
        }

        return responses;
    }

    /// <summary>Replaces a reply that nobody has read yet.</summary>
    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        lock (_queueLock)
        {
            var found = ActiveQueue.Any(reply => reply.Id == activity.Id);
            Requeue(reply => reply.Id == activity.Id ? activity : reply);
            return Task.FromResult(found ? new ResourceResponse(activity.Id) : new ResourceResponse());
        }
    }

    /// <summary>Takes away a reply that nobody has read yet.</summary>
    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        lock (_queueLock)
        {
            Requeue(reply => reply.Id == reference.ActivityId ? null : reply);
        }

        return Task.CompletedTask;
    }

    /// <summary>The next reply, or null when there is none.</summary>
    public IActivity GetNextReply()
    {
        lock (_queueLock)
        {
            return ActiveQueue.TryDequeue(out var reply) ? reply : null;
        }
    }

    /// <summary>The next reply, as soon as there is one.</summary>
    public Task<IActivity> GetNextReplyAsync(CancellationToken cancellationToken = default)
    {
        lock (_queueLock)
        {
            if (_waiting.Count == 0 && ActiveQueue.TryDequeue(out var reply))
            {
                return Task.FromResult<IActivity>(reply);
            }

            var waiter = new TaskCompletionSource<IActivity>(TaskCreationOptions.RunContinuationsAsynchronously);
            cancellationToken.Register(() => waiter.TrySetCanceled(cancellationToken));
            _waiting.Enqueue(waiter);
            return waiter.Task;
        }
    }

    private void Enqueue(Activity activity)
    {
        lock (_queueLock)
        {
            while (_waiting.TryDequeue(out var waiter))
            {
                if (waiter.TrySetResult(activity))
                {
                    return;
                }
            }

            ActiveQueue.Enqueue(activity);
        }
    }

    private void Requeue(Func<Activity, Activity> change)
    {
        var replies = ActiveQueue.Select(change).Where(reply => reply is not null).ToList();
        ActiveQueue.Clear();
        replies.ForEach(ActiveQueue.Enqueue);
    }
}
