using System.Threading.Channels;
using Kayan.Bot.Pipeline;

namespace Kayan.Bot.Console.Parts;

/// <summary>
/// Reads a page again when something happened in a conversation, and now and then for the minutes that pass. Any number of
/// happenings while one reading runs make one more.
/// </summary>
internal sealed class LiveReload : IDisposable
{
    private readonly Channel<byte> _due = Channel.CreateBounded<byte>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly ITimer _tick;
    private readonly IDisposable _following;

    /// <summary>Follows one conversation; null follows all.</summary>
    public LiveReload(Func<Task> reload, ConversationFeed feed, long? conversationId, TimeProvider time)
    {
        var every = TimeSpan.FromSeconds(20);
        _tick = time.CreateTimer(_ => Ask(), null, every, every);
        _following = feed.Subscribe(conversationId, _ => Ask());
        _ = RunAsync(reload);
    }

    public void Dispose()
    {
        _following.Dispose();
        _tick.Dispose();
        _due.Writer.TryComplete();
    }

    private void Ask() => _due.Writer.TryWrite(0);

    private async Task RunAsync(Func<Task> reload)
    {
        await foreach (var _ in _due.Reader.ReadAllAsync())
        {
            try
            {
                await reload();
            }
            catch (Exception)
            {
                // The page still shows what it read last; the next tick reads again.
            }
        }
    }
}
