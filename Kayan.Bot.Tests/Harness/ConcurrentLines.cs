using System.Collections.Concurrent;

namespace Kayan.Bot.Tests.Harness;

/// <summary>Lines that several threads add.</summary>
internal sealed class ConcurrentLines
{
    private readonly ConcurrentQueue<string> _lines = [];

    public void Add(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
        }
    }

    public IReadOnlyList<string> ToList() => [.. _lines];

    public override string ToString() => string.Join('\n', _lines);
}
