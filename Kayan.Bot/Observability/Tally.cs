using System.Diagnostics.Metrics;

namespace Kayan.Bot.Observability;

/// <summary>
/// A counter with a closed list of labels. Counting is one addition whether anybody looks or not; every combination is there from the
/// start, so that the first failure already shows as a rise.
/// </summary>
internal sealed class Tally
{
    private readonly long[] _counts;
    private readonly KeyValuePair<string, object?>[][] _labels;
    private readonly int _inner;

    public Tally(Meter meter, string name, string description, params ReadOnlySpan<(string Label, string[] Values)> labels)
    {
        List<KeyValuePair<string, object?>[]> all = [[]];
        foreach (var (label, values) in labels)
        {
            all = [.. all.SelectMany(_ => values, (before, value) => (KeyValuePair<string, object?>[])[.. before, new(label, value)])];
        }

        (_labels, _counts) = ([.. all], new long[all.Count]);
        _inner = labels.Length == 2 ? labels[1].Values.Length : 1;
        meter.CreateObservableCounter(name, Read, description: description);
    }

    public void Count() => Interlocked.Increment(ref _counts[0]);

    public void Count(int first) => Interlocked.Increment(ref _counts[first]);

    public void Count(int first, int second) => Interlocked.Increment(ref _counts[(first * _inner) + second]);

    private IEnumerable<Measurement<long>> Read()
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            yield return new Measurement<long>(Interlocked.Read(ref _counts[i]), _labels[i]);
        }
    }
}
