using System.Diagnostics;

namespace Kayan.Bot.Benchmarks;

/// <summary>Durations of one run.</summary>
internal sealed class Latencies(int capacity)
{
    private readonly long[] _ticks = new long[capacity];
    private int _count;

    public void Add(long startedAt) => _ticks[Interlocked.Increment(ref _count) - 1] = Stopwatch.GetTimestamp() - startedAt;

    /// <summary>The percentile in milliseconds.</summary>
    public double Percentile(double percent)
    {
        var sorted = _ticks[.._count];
        Array.Sort(sorted);
        var at = Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Length) - 1, 0, sorted.Length - 1);
        return Math.Round(sorted[at] * 1000.0 / Stopwatch.Frequency, 2);
    }
}
