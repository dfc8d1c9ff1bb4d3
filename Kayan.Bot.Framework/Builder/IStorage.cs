namespace Microsoft.Bot.Builder;

/// <summary>Where state is kept between turns.</summary>
public interface IStorage
{
    /// <summary>The stored items; keys that are not stored are missing from the result.</summary>
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    /// <summary>Stores items. An <see cref="IStoreItem"/> whose ETag is no longer current is refused.</summary>
    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    /// <summary>Deletes items; missing ones are no error.</summary>
    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}
