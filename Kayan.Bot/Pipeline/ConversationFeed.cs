using System.Collections.Concurrent;

namespace Kayan.Bot.Pipeline;

/// <summary>
/// Tells the listeners, after a commit, that a conversation has something new; they read it themselves. Those of this process hear it at
/// once, those of another on the same database through <see cref="FeedRelay"/>.
/// </summary>
internal sealed partial class ConversationFeed(ILogger<ConversationFeed> logger)
{
    private readonly ConcurrentDictionary<Subscription, byte> _everything = [];
    private volatile Action<long>? _relay;
    private readonly ConcurrentDictionary<long, ConcurrentDictionary<Subscription, byte>> _byConversation = [];

    /// <summary>Calls <paramref name="onChanged"/> with the conversation's id; null listens to all. It must return quickly.</summary>
    public IDisposable Subscribe(long? conversationId, Action<long> onChanged)
    {
        var subscription = new Subscription(this, conversationId, onChanged);
        ConcurrentDictionary<Subscription, byte> listeners;
        do
        {
            listeners = Listeners(conversationId);
            listeners[subscription] = 0;
        }
        while (!ReferenceEquals(listeners, Listeners(conversationId))); // the last listener's leaving may have taken the set away
        return subscription;
    }

    /// <summary>Has what is published here carried to the other processes.</summary>
    public void CarryBy(Action<long> relay) => _relay = relay;

    public void Publish(long conversationId)
    {
        _relay?.Invoke(conversationId);
        PublishHere(conversationId);
    }

    /// <summary>Tells the listeners of this process only.</summary>
    public void PublishHere(long conversationId)
    {
        Notify(_everything, conversationId);
        if (_byConversation.TryGetValue(conversationId, out var listeners))
        {
            Notify(listeners, conversationId);
        }
    }

    private ConcurrentDictionary<Subscription, byte> Listeners(long? conversationId) =>
        conversationId is { } id ? _byConversation.GetOrAdd(id, _ => []) : _everything;

    private void Notify(ConcurrentDictionary<Subscription, byte> listeners, long conversationId)
    {
        foreach (var (listener, _) in listeners)
        {
            try
            {
                listener.OnChanged(conversationId);
            }
            catch (Exception failure)
            {
                LogListenerFailed(failure.GetType().Name, conversationId);
            }
        }
    }

    private void Remove(Subscription subscription)
    {
        var listeners = Listeners(subscription.ConversationId);
        listeners.TryRemove(subscription, out _);
        if (subscription.ConversationId is { } id && listeners.IsEmpty)
        {
            _byConversation.TryRemove(KeyValuePair.Create(id, listeners));
        }
    }

    [LoggerMessage(LogLevel.Warning, "A listener failed with {Kind} for conversation {ConversationId}.")]
    private partial void LogListenerFailed(string kind, long conversationId);

    private sealed class Subscription(ConversationFeed feed, long? conversationId, Action<long> onChanged) : IDisposable
    {
        public long? ConversationId => conversationId;

        public Action<long> OnChanged => onChanged;

        public void Dispose() => feed.Remove(this);
    }
}
