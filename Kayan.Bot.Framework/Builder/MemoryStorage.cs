using System.Globalization;
using Kayan.Bot.Framework;

namespace Microsoft.Bot.Builder;

/// <summary>Keeps state in the memory of the process, as JSON, so that what is read is never the object that was written.</summary>
public class MemoryStorage : IStorage
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, StoredItem> _memory = [];
    private int _etag;

    /// <summary>An empty storage.</summary>
    public MemoryStorage()
    {
    }

    /// <inheritdoc/>
    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var items = new Dictionary<string, object>(keys.Length);
        lock (_lock)
        {
            foreach (var key in keys)
            {
                if (_memory.TryGetValue(key, out var stored))
                {
                    items[key] = stored.Revive();
                }
            }
        }

        return Task.FromResult<IDictionary<string, object>>(items);
    }

    /// <inheritdoc/>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (_lock)
        {
            foreach (var (key, value) in changes)
            {
                Write(key, value);
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_lock)
        {
            foreach (var key in keys)
            {
                _memory.Remove(key);
            }
        }

        return Task.CompletedTask;
    }

    private void Write(string key, object value)
    {
        var stored = _memory.GetValueOrDefault(key);
        if (value is null)
        {
            _memory.Remove(key);
            return;
        }

        string etag = null;
        if (value is IStoreItem item)
        {
            if (stored?.ETag is not null && item.ETag != "*" && item.ETag != stored.ETag)
            {
                throw new ArgumentException($"Etag conflict.\r\n\r\nOriginal: {item.ETag}\r\nCurrent: {stored.ETag}");
            }

            etag = (_etag++).ToString(CultureInfo.InvariantCulture);
        }

        _memory[key] = StoredItem.From(value, etag);
    }

    // The type is remembered beside the JSON and not in it: this memory never leaves the process.
    private sealed record StoredItem(byte[] Json, Type Type, string ETag)
    {
        public static StoredItem From(object value, string etag) => value is IDictionary<string, object> state
            ? new StoredItem(StateJson.Serialize(state), null, etag)
            : new StoredItem(StateJson.SerializeValue(value), value.GetType(), etag);

        public object Revive()
        {
            if (Type is null)
            {
                return StateBag.Parse(Json);
            }

            var value = StateJson.DeserializeValue(Json, Type);
            if (value is IStoreItem item)
            {
                item.ETag = ETag;
            }

            return value;
        }
    }
}
