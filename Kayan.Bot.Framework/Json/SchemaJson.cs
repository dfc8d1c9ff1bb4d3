using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kayan.Bot.Framework;

/// <summary>
/// Activities as JSON, as they go over the wire: camelCase, read without regard to case, nulls left out, unknown members kept.
/// Types of the application are found if they were registered with <see cref="StateJson.Register"/>.
/// </summary>
public static class SchemaJson
{
    /// <summary>The serializer's options, read-only; ask again after a registration.</summary>
    public static JsonSerializerOptions Options => KnownTypes.Current.Wire;

    /// <summary>The JSON of a value, by its runtime type.</summary>
    public static string Serialize(object value) =>
        value is null ? "null" : JsonSerializer.Serialize(value, KnownTypes.Of(value.GetType(), Options));

    /// <summary>The UTF-8 JSON of a value, by its runtime type.</summary>
    public static byte[] SerializeToUtf8Bytes(object value) =>
        value is null ? "null"u8.ToArray() : JsonSerializer.SerializeToUtf8Bytes(value, KnownTypes.Of(value.GetType(), Options));

    /// <summary>Reads a value; JSON that does not fit throws <see cref="JsonException"/>.</summary>
    public static T Deserialize<T>(ReadOnlySpan<byte> utf8Json) =>
        (T)JsonSerializer.Deserialize(utf8Json, KnownTypes.Of(typeof(T), Options));

    /// <summary>Reads a value; JSON that does not fit throws <see cref="JsonException"/>.</summary>
    public static T Deserialize<T>(string json) => (T)JsonSerializer.Deserialize(json, KnownTypes.Of(typeof(T), Options));

    /// <summary>What lies in an object-typed member (value, channelData, content) as <typeparamref name="T"/>; default for null.</summary>
    public static T Convert<T>(object value) => value switch
    {
        null => default,
        T typed => typed,
        JsonElement json => (T)json.Deserialize(KnownTypes.Of(typeof(T), Options)),
        JsonNode json => (T)json.Deserialize(KnownTypes.Of(typeof(T), Options)),
        _ => Deserialize<T>(SerializeToUtf8Bytes(value)),
    };
}
