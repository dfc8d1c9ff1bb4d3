using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Kayan.Bot.Simulator;

/// <summary>What stands on the simulated phones. Kept in memory: it ends with the process.</summary>
internal sealed class SimulatedPhones
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Phone> _phones = [];

    /// <summary>Shows a message, or its new status.</summary>
    /// <param name="address">As Twilio writes it: "whatsapp:+9665…" or "+9665…".</param>
    /// <param name="message">The message; one with the same id is replaced.</param>
    public void Show(string address, PhoneMessage message)
    {
        lock (_lock)
        {
            var phone = Open(address);
            var known = phone.Messages.FindIndex(m => m.Id == message.Id);
            if (known >= 0)
            {
                phone.Messages[known] = message;
            }
            else
            {
                phone.Messages.Add(message);
            }

            foreach (var watcher in phone.Watchers)
            {
                watcher.TryWrite(message);
            }
        }
    }

    /// <summary>Whether somebody looks at this phone at the moment.</summary>
    public bool IsWatched(string address)
    {
        lock (_lock)
        {
            return Open(address).Watchers.Count > 0;
        }
    }

    public IReadOnlyList<PhoneMessage> Messages(string address)
    {
        lock (_lock)
        {
            return [.. Open(address).Messages];
        }
    }

    /// <summary>What stands there and whatever comes.</summary>
    public async IAsyncEnumerable<PhoneMessage> WatchAsync(string address, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var news = Channel.CreateUnbounded<PhoneMessage>();
        lock (_lock)
        {
            var phone = Open(address);
            phone.Messages.ForEach(message => news.Writer.TryWrite(message));
            phone.Watchers.Add(news.Writer);
        }

        try
        {
            await foreach (var message in news.Reader.ReadAllAsync(cancellationToken))
            {
                yield return message;
            }
        }
        finally
        {
            lock (_lock)
            {
                Open(address).Watchers.Remove(news.Writer);
            }
        }
    }

    private Phone Open(string address) => _phones.TryGetValue(address, out var phone) ? phone : _phones[address] = new Phone();

    private sealed class Phone
    {
        public List<PhoneMessage> Messages { get; } = [];

        public List<ChannelWriter<PhoneMessage>> Watchers { get; } = [];
    }
}
