using System.Threading.Channels;

namespace Kayan.Bot.Pipeline;

/// <summary>Wakes the pump for a conversation. Only a hint: what is to be done stands in the database.</summary>
internal sealed class InboxSignal
{
    private readonly Channel<long> _conversations = Channel.CreateUnbounded<long>();

    public ChannelReader<long> Reader => _conversations.Reader;

    public void Raise(long conversationId) => _conversations.Writer.TryWrite(conversationId);
}
