using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kayan.Bot.Framework;

/// <summary>
/// An object or an array of a stored state that nobody has asked for yet: JSON, turned into a type on demand.
/// Dialog code does not meet it if it reads values through <see cref="Microsoft.Bot.Builder.Dialogs.ObjectPath.MapValueTo"/>.
/// </summary>
[JsonConverter(typeof(StateValueConverter))]
public sealed class StateValue
{
    private readonly byte[] _source;
    private readonly int _start;
    private readonly int _length;

    internal StateValue(byte[] source, int start, int length)
    {
        _source = source;
        _start = start;
        _length = length;
    }

    internal byte[] Source => _source;

    internal int Start => _start;

    internal ReadOnlySpan<byte> Json => _source.AsSpan(_start, _length);

    /// <summary>The value as a type of the list; one that is not on it throws <see cref="NotSupportedException"/>.</summary>
    public T To<T>() => StateJson.Convert<T>(this);

    /// <summary>The value as JSON of its own.</summary>
    public JsonElement ToJsonElement()
    {
        var reader = new Utf8JsonReader(Json);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>The JSON text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Json);
}
