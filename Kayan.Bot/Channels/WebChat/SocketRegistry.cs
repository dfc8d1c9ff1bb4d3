using Microsoft.Extensions.Options;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>
/// Counts the open sockets. A client may have several: directlinejs opens more of its own accord, and a phone that changes its
/// network leaves dead ones behind. Beyond the cap the oldest goes.
/// </summary>
internal sealed class SocketRegistry(IOptions<WebChatOptions> options)
{
    public const int MaxPerConversation = 5;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, LinkedList<ActivitySocket>> _sockets = [];
    private int _count;

    /// <summary>False when the process has as many sockets as it may. The one to close comes back as <paramref name="replaced"/>.</summary>
    public bool TryAdd(ActivitySocket socket, out ActivitySocket? replaced)
    {
        replaced = null;
        lock (_lock)
        {
            if (_count >= options.Value.MaxSockets)
            {
                return false;
            }

            if (!_sockets.TryGetValue(socket.ConversationId, out var open))
            {
                _sockets[socket.ConversationId] = open = [];
            }

            if (open.Count == MaxPerConversation)
            {
                replaced = open.First!.Value;
                open.RemoveFirst();
                _count--;
            }

            open.AddLast(socket);
            _count++;
            return true;
        }
    }

    public void Remove(ActivitySocket socket)
    {
        lock (_lock)
        {
            if (_sockets.TryGetValue(socket.ConversationId, out var open) && open.Remove(socket))
            {
                _count--;
                if (open.Count == 0)
                {
                    _sockets.Remove(socket.ConversationId);
                }
            }
        }
    }
}
