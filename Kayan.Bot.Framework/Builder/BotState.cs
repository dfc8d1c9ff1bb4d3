using System.Text.Json;
using System.Text.Json.Nodes;
using Kayan.Bot.Framework;

namespace Microsoft.Bot.Builder;

/// <summary>A bag of properties under one storage key, loaded once a turn and saved when it has changed. The last writer wins.</summary>
public abstract partial class BotState : IPropertyManager
{
    private readonly string _contextServiceKey;
    private readonly IStorage _storage;

    /// <summary>A state kept in <paramref name="storage"/>, cached in the turn state under <paramref name="contextServiceKey"/>.</summary>
    public BotState(IStorage storage, string contextServiceKey)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(contextServiceKey);
        _storage = storage;
        _contextServiceKey = contextServiceKey;
    }

    /// <inheritdoc/>
    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentNullException(nameof(name));
        }

        return new BotStatePropertyAccessor<T>(this, name);
    }

    /// <summary>Reads the state, unless this turn has it already.</summary>
    public virtual Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        var cached = GetCachedState(turnContext);
        var key = GetStorageKey(turnContext);
        return force || cached?.State is null ? ReadAsync(turnContext, key, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Writes the state if it has changed since it was loaded, or always with <paramref name="force"/>.</summary>
    public virtual async Task SaveChangesAsync(
        ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        var cached = GetCachedState(turnContext);
        if (cached is null || (!cached.TryTakeChange(out var json) && !force))
        {
            return;
        }

        var changes = new Dictionary<string, object>(1) { [GetStorageKey(turnContext)] = cached.State };
        using (StateBag.Offer(cached.State, json))
        {
            await _storage.WriteAsync(changes, cancellationToken).ConfigureAwait(false);
        }

        cached.Saved(json);
    }

    /// <summary>Empties the state of this turn; it is written empty when saved.</summary>
    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        var empty = new CachedBotState();
        empty.Saved(null);
        turnContext.TurnState[_contextServiceKey] = empty;
        return Task.CompletedTask;
    }

    /// <summary>Deletes the state from the storage and from this turn.</summary>
    public virtual Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        turnContext.TurnState.Remove(_contextServiceKey);
        return _storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    /// <summary>The loaded state as JSON, for diagnostics.</summary>
    public JsonNode Get(ITurnContext turnContext)
    {
        BotAssert.ContextNotNull(turnContext);
        return JsonNode.Parse(StateJson.Serialize(GetCachedState(turnContext).State));
    }

    /// <summary>The state loaded in this turn, or null.</summary>
    public CachedBotState GetCachedState(ITurnContext turnContext)
    {
        BotAssert.ContextNotNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(_contextServiceKey);
    }

    /// <summary>The storage key for the activity of this turn.</summary>
    protected abstract string GetStorageKey(ITurnContext turnContext);

    private async Task ReadAsync(ITurnContext turnContext, string key, CancellationToken cancellationToken)
    {
        var items = await _storage.ReadAsync([key], cancellationToken).ConfigureAwait(false);
        items.TryGetValue(key, out var stored);
        turnContext.TurnState[_contextServiceKey] = stored switch
        {
            null => new CachedBotState(),
            IDictionary<string, object> state => new CachedBotState(state),
            JsonElement { ValueKind: JsonValueKind.Object } json => new CachedBotState(StateBag.Parse(StateJson.SerializeValue(json))),
            JsonObject json => new CachedBotState(StateBag.Parse(StateJson.SerializeValue(json))),
            _ => throw new InvalidOperationException("Data is not in the correct format for BotState."),
        };
    }
}
