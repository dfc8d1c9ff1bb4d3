namespace Microsoft.Bot.Builder;

/// <summary>The turn context that adapters make.</summary>
public partial class TurnContext : ITurnContext, IDisposable
{
    private List<SendActivitiesHandler> _onSendActivities;
    private List<UpdateActivityHandler> _onUpdateActivity;
    private List<DeleteActivityHandler> _onDeleteActivity;
    private bool _disposed;

    /// <summary>A turn for an incoming activity.</summary>
    public TurnContext(BotAdapter adapter, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(activity);
        Adapter = adapter;
        Activity = activity;
        TurnState = [];
        BufferedReplyActivities = [];
    }

    /// <summary>A turn that shares everything with another but its activity.</summary>
    public TurnContext(ITurnContext turnContext, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        Activity = activity;
        Adapter = turnContext.Adapter;
        TurnState = turnContext.TurnState;
        Responded = turnContext.Responded;
        BufferedReplyActivities = [];
        if (turnContext is TurnContext other)
        {
            BufferedReplyActivities = other.BufferedReplyActivities;
            _onSendActivities = other._onSendActivities ??= [];
            _onUpdateActivity = other._onUpdateActivity ??= [];
            _onDeleteActivity = other._onDeleteActivity ??= [];
        }
    }

    /// <inheritdoc/>
    public BotAdapter Adapter { get; }

    /// <inheritdoc/>
    public TurnContextStateCollection TurnState { get; }

    /// <inheritdoc/>
    public Activity Activity { get; }

    /// <inheritdoc/>
    public bool Responded { get; private set; }

    /// <summary>The language of the turn.</summary>
    public string Locale { get; set; }

    /// <summary>Replies kept back because the incoming activity asked for them in the response.</summary>
    public List<Activity> BufferedReplyActivities { get; }

    /// <inheritdoc/>
    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        ThrowIfDisposed();
        ArgumentNullException.ThrowIfNull(handler);
        (_onSendActivities ??= []).Add(handler);
        return this;
    }

    /// <inheritdoc/>
    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler)
    {
        ThrowIfDisposed();
        ArgumentNullException.ThrowIfNull(handler);
        (_onUpdateActivity ??= []).Add(handler);
        return this;
    }

    /// <inheritdoc/>
    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler)
    {
        ThrowIfDisposed();
        ArgumentNullException.ThrowIfNull(handler);
        (_onDeleteActivity ??= []).Add(handler);
        return this;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the turn: nothing can be sent any more.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (_disposed)
        {
            return;
        }

        if (disposing)
        {
            TurnState.Dispose();
        }

        _disposed = true;
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed, this);
}
