namespace Microsoft.Bot.Builder;

/// <summary>Typed reading from a storage.</summary>
public static class StorageExtensions
{
    /// <summary>The stored items that are a <typeparamref name="TStoreItem"/>.</summary>
    public static async Task<IDictionary<string, TStoreItem>> ReadAsync<TStoreItem>(
        this IStorage storage, string[] keys, CancellationToken cancellationToken = default)
        where TStoreItem : class
    {
        ArgumentNullException.ThrowIfNull(storage);
        var items = await storage.ReadAsync(keys, cancellationToken).ConfigureAwait(false);
        var typed = new Dictionary<string, TStoreItem>(items.Count);
        foreach (var (key, item) in items)
        {
            if (item is TStoreItem match)
            {
                typed[key] = match;
            }
        }

        return typed;
    }
}
