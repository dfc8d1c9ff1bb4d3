using System.Security.Cryptography;
using System.Text;

namespace Kayan.Bot.Pipeline;

/// <summary>
/// Stops what repeats itself: two automatic services that answer each other, or a fault of ours. The same words to the same address may go
/// twenty times in five minutes. Counted in this process; only digests are kept.
/// </summary>
internal sealed class LoopGuard(TimeProvider time)
{
    public const int Most = 20;

    public static readonly TimeSpan Within = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<UInt128, Queue<DateTimeOffset>> _sent = [];
    private DateTimeOffset _sweptAt;

    /// <summary>Whether these words may go to this address once more; counts them if so.</summary>
    public bool Allows(string address, string words)
    {
        var now = time.GetUtcNow();
        var key = Digest(address, words);
        lock (_lock)
        {
            Sweep(now);
            if (!_sent.TryGetValue(key, out var times))
            {
                _sent[key] = times = new Queue<DateTimeOffset>(1);
            }

            Forget(times, now);
            if (times.Count >= Most)
            {
                return false;
            }

            times.Enqueue(now);
            return true;
        }
    }

    private static UInt128 Digest(string address, string words)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{address}\n{words}"), hash);
        return BitConverter.ToUInt128(hash);
    }

    private static void Forget(Queue<DateTimeOffset> times, DateTimeOffset now)
    {
        while (times.TryPeek(out var oldest) && oldest <= now - Within)
        {
            times.Dequeue();
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        if (now - _sweptAt < Within)
        {
            return;
        }

        _sweptAt = now;
        foreach (var (key, times) in _sent)
        {
            Forget(times, now);
            if (times.Count == 0)
            {
                _sent.Remove(key);
            }
        }
    }
}
