namespace Microsoft.Bot.Builder;

/// <summary>Values shared during a turn, by name or by type; names ignore case.</summary>
public class TurnContextStateCollection : Dictionary<string, object>, IDisposable
{
    // Two states, the dialogs' two marks and a few of the application's: no growing during a turn.
    private const int TypicalCount = 7;

    private bool _disposed;

    /// <summary>An empty collection.</summary>
    public TurnContextStateCollection()
        : base(TypicalCount, StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>The value under a name, or null when it is missing or of another type.</summary>
    public T Get<T>(string key)
        where T : class
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(key);
        return TryGetValue(key, out var value) ? value as T : null;
    }

    /// <summary>The value under the full name of its type, or null.</summary>
    public T Get<T>()
        where T : class => Get<T>(typeof(T).FullName);

    /// <summary>Adds a value; a name that is taken throws <see cref="ArgumentException"/>.</summary>
    public void Add<T>(string key, T value)
        where T : class
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        base.Add(key, value);
    }

    /// <summary>Adds a value under the full name of its type.</summary>
    public void Add<T>(T value)
        where T : class => Add(typeof(T).FullName, value);

    /// <summary>Adds or replaces a value.</summary>
    public void Set<T>(string key, T value)
        where T : class
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(key);
        this[key] = value;
    }

    /// <summary>Adds or replaces a value under the full name of its type.</summary>
    public void Set<T>(T value)
        where T : class => Set(typeof(T).FullName, value);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Marks the collection as no longer usable; the values are not disposed.</summary>
    protected virtual void Dispose(bool disposing) => _disposed = true;
}
