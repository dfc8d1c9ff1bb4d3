#if !MICROSOFT_BOT_FRAMEWORK
using System.Text;
using Kayan.Bot.Framework;
using Microsoft.Bot.Builder;

namespace Kayan.Bot.Tests.Framework;

/// <summary>A storage as a host writes it over a database.</summary>
internal sealed class ByteStorage : IStorage
{
    private readonly Dictionary<string, byte[]> _rows = [];

    public string Text => string.Join('\n', _rows.Values.Select(Encoding.UTF8.GetString));

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) =>
        Task.FromResult<IDictionary<string, object>>(
            keys.Where(_rows.ContainsKey).ToDictionary(key => key, key => (object)StateJson.Deserialize(_rows[key])));

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        foreach (var (key, state) in changes)
        {
            _rows[key] = StateJson.Serialize((IDictionary<string, object>)state);
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
#endif
