using Microsoft.Bot.Builder;

namespace Kayan.Bot.Tests.Framework;

internal sealed class CountingStorage : IStorage
{
    private readonly MemoryStorage _inner = new();

    public List<string> Written { get; } = [];

    public List<string> Deleted { get; } = [];

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) =>
        _inner.ReadAsync(keys, cancellationToken);

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        Written.AddRange(changes.Keys);
        return _inner.WriteAsync(changes, cancellationToken);
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        Deleted.AddRange(keys);
        return _inner.DeleteAsync(keys, cancellationToken);
    }
}
