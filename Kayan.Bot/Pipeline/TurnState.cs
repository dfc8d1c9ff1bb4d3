using System.Text;
using System.Text.Json;
using Microsoft.Bot.Builder;

namespace Kayan.Bot.Pipeline;

/// <summary>
/// The bot's storage during one turn: reads what the conversation's row held, keeps what the bot writes until the turn
/// commits. Scoped; one JSON object with a member per storage key.
/// </summary>
internal sealed class TurnState : IStorage
{
    private readonly Dictionary<string, string> _states = [];

    /// <summary>Fills in what the row held.</summary>
    public void Load(string? json)
    {
        _states.Clear();
        if (json is null)
        {
            return;
        }

        using var document = JsonDocument.Parse(json);
        foreach (var state in document.RootElement.EnumerateObject())
        {
            _states[state.Name] = state.Value.GetRawText();
        }
    }

    /// <summary>What the row is to hold; null where nothing is kept.</summary>
    public string? ToJson()
    {
        if (_states.Count == 0)
        {
            return null;
        }

        var json = new StringBuilder("{");
        foreach (var (key, value) in _states)
        {
            json.Append(json.Length > 1 ? "," : string.Empty).Append(JsonSerializer.Serialize(key, KeyJson.Default.String)).Append(':').Append(value);
        }

        return json.Append('}').ToString();
    }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        var found = new Dictionary<string, object>();
        foreach (var key in keys)
        {
            if (_states.TryGetValue(key, out var json))
            {
                found[key] = StateSerializer.Read(json);
            }
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        foreach (var (key, value) in changes)
        {
            _states[key] = StateSerializer.Write(value);
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        foreach (var key in keys)
        {
            _states.Remove(key);
        }

        return Task.CompletedTask;
    }
}
