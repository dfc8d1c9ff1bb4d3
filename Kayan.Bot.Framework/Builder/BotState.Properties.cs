using Kayan.Bot.Framework;

namespace Microsoft.Bot.Builder;

public abstract partial class BotState
{
    /// <summary>The value of a property of the loaded state; a missing value type throws <see cref="KeyNotFoundException"/>.</summary>
    protected Task<T> GetPropertyValueAsync<T>(
        ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default) =>
        Read<T>(turnContext, propertyName, out var value) || !typeof(T).IsValueType
            ? Task.FromResult(value)
            : throw new KeyNotFoundException(propertyName);

    /// <summary>Removes a property from the loaded state.</summary>
    protected Task DeletePropertyValueAsync(
        ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(propertyName);
        GetCachedState(turnContext).State.Remove(propertyName);
        return Task.CompletedTask;
    }

    /// <summary>Sets a property of the loaded state.</summary>
    protected Task SetPropertyValueAsync(
        ITurnContext turnContext, string propertyName, object value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(propertyName);
        GetCachedState(turnContext).State[propertyName] = value;
        return Task.CompletedTask;
    }

    private bool Read<T>(ITurnContext turnContext, string propertyName, out T value)
    {
        ArgumentNullException.ThrowIfNull(propertyName);
        value = default;
        var state = GetCachedState(turnContext).State;
        if (!state.TryGetValue(propertyName, out var stored))
        {
            return false;
        }

        if (stored is T typed)
        {
            value = typed;
        }
        else if (stored is not null)
        {
            value = StateJson.Convert<T>(stored);

            // Kept, so that what the bot changes in it is saved.
            state[propertyName] = value;
        }

        return true;
    }

    private sealed class BotStatePropertyAccessor<T>(BotState botState, string name) : IStatePropertyAccessor<T>
    {
        public string Name { get; } = name;

        public async Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory, CancellationToken cancellationToken)
        {
            await botState.LoadAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
            if ((botState.Read<T>(turnContext, Name, out var value) && value is not null) || defaultValueFactory is null)
            {
                return value;
            }

            value = defaultValueFactory();
            await botState.SetPropertyValueAsync(turnContext, Name, value, cancellationToken).ConfigureAwait(false);
            return value;
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken)
        {
            await botState.LoadAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
            await botState.SetPropertyValueAsync(turnContext, Name, value, cancellationToken).ConfigureAwait(false);
        }

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken)
        {
            await botState.LoadAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
            await botState.DeletePropertyValueAsync(turnContext, Name, cancellationToken).ConfigureAwait(false);
        }
    }
}
