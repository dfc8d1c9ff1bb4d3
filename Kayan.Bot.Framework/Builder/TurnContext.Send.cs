namespace Microsoft.Bot.Builder;

public partial class TurnContext
{
    /// <inheritdoc/>
    public Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend,
        string speak = null,
        string inputHint = null,
        CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        if (string.IsNullOrWhiteSpace(textReplyToSend))
        {
            throw new ArgumentNullException(nameof(textReplyToSend));
        }

        var activity = new Activity(ActivityTypes.Message) { Text = textReplyToSend };
        if (!string.IsNullOrEmpty(speak))
        {
            activity.Speak = speak;
        }

        if (!string.IsNullOrEmpty(inputHint))
        {
            activity.InputHint = inputHint;
        }

        return SendActivityAsync(activity, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        BotAssert.ActivityNotNull(activity);
        var responses = await SendActivitiesAsync([activity], cancellationToken).ConfigureAwait(false);

        // A handler may have withheld the activity.
        return responses is { Length: > 0 } ? responses[0] : new ResourceResponse();
    }

    /// <inheritdoc/>
    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
        {
            throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));
        }

        var reference = Activity.GetConversationReference();
        var outgoing = new List<Activity>(activities.Length);
        foreach (var activity in activities)
        {
            outgoing.Add(activity.ApplyConversationReference(reference));
        }

        return _onSendActivities is { Count: > 0 }
            ? SendThroughHandlersAsync(outgoing, 0, cancellationToken)
            : SendToAdapterAsync(outgoing, cancellationToken);
    }

    private Task<ResourceResponse[]> SendThroughHandlersAsync(List<Activity> outgoing, int index, CancellationToken cancellationToken) =>
        index == _onSendActivities.Count
            ? SendToAdapterAsync(outgoing, cancellationToken)
            : _onSendActivities[index](this, outgoing, () => SendThroughHandlersAsync(outgoing, index + 1, cancellationToken));

    private async Task<ResourceResponse[]> SendToAdapterAsync(List<Activity> outgoing, CancellationToken cancellationToken)
    {
        var responses = Activity.DeliveryMode == DeliveryModes.ExpectReplies
            ? KeepBack(outgoing)
            : await Adapter.SendActivitiesAsync(this, outgoing.ToArray(), cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < responses.Length; i++)
        {
            if (Activity.DeliveryMode != DeliveryModes.ExpectReplies)
            {
                outgoing[i].Id = responses[i].Id;
            }

            Responded |= outgoing[i].Type != ActivityTypes.Trace;
        }

        return responses;
    }

    private ResourceResponse[] KeepBack(List<Activity> outgoing)
    {
        var responses = new ResourceResponse[outgoing.Count];
        for (var i = 0; i < responses.Length; i++)
        {
            BufferedReplyActivities.Add(outgoing[i]);
            if (outgoing[i].Type == ActivityTypesEx.InvokeResponse)
            {
                TurnState.Add(BotAdapter.InvokeResponseKey, outgoing[i]);
            }

            responses[i] = new ResourceResponse();
        }

        return responses;
    }
}
