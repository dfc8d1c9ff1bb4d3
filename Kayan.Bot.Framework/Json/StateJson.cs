using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Kayan.Bot.Framework;

/// <summary>
/// State as JSON without type names. What may be kept is a closed list: primitives, enums (by name), dictionaries with string keys,
/// the framework's types, and the application's types that it registers. After reading, JSON strings are <see cref="string"/>,
/// whole numbers <see cref="long"/>, other numbers <see cref="double"/>, true and false <see cref="bool"/>; objects and arrays are
/// <see cref="StateValue"/> until someone asks for them as a type.
/// </summary>
/// <example>A storage over a database: <c>WriteAsync</c> keeps <see cref="Serialize"/> of each dictionary, <c>ReadAsync</c> returns
/// <see cref="Deserialize"/> of the bytes.</example>
public static class StateJson
{
    /// <summary>Adds the types of a JsonSerializerContext to the list. Registering the same one again changes nothing.</summary>
    public static void Register(IJsonTypeInfoResolver resolver)
    {
        ArgumentNullException.ThrowIfNull(resolver);
        KnownTypes.Register(resolver);
    }

    /// <summary>The UTF-8 JSON of a state; a value that is not on the list throws <see cref="NotSupportedException"/>.</summary>
    public static byte[] Serialize(IDictionary<string, object> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state is StateBag { Current: { } json } ? json : SerializeValue(state);
    }

    /// <summary>The state in UTF-8 JSON; anything but one JSON object throws <see cref="JsonException"/>.</summary>
    public static IDictionary<string, object> Deserialize(ReadOnlySpan<byte> utf8Json) => StateBag.Parse(utf8Json.ToArray());

    /// <summary>
    /// A value of a state as <typeparamref name="T"/>, whether it is still the object that was set
    /// or has been stored since.
    /// </summary>
    public static T Convert<T>(object value)
    {
        if (value is T typed)
        {
            return typed;
        }

        return value switch
        {
            null => default,
            StateValue stored => Read<T>(stored),
            string name when Target<T>() is { IsEnum: true } type => (T)Enum.Parse(type, name, ignoreCase: true),
            JsonElement json => (T)json.Deserialize(TypeInfo(typeof(T))),
            JsonNode json => (T)json.Deserialize(TypeInfo(typeof(T))),
            IConvertible number when Target<T>().IsEnum => (T)Enum.ToObject(Target<T>(), System.Convert.ToInt64(number, null)),
            _ => (T)DeserializeValue(SerializeValue(value), typeof(T)),
        };
    }

    internal static byte[] SerializeValue(object value)
    {
        using var writer = StateWriter.Rent();
        writer.Write(value);
        return writer.Written.ToArray();
    }

    // The unchanged JSON is handed back as the array it was, so that nothing is copied for a turn that only read.
    internal static bool SerializeIfChanged(IDictionary<string, object> state, byte[] baseline, out byte[] json)
    {
        using var writer = StateWriter.Rent();
        writer.Write(state);
        var unchanged = baseline is not null && writer.Written.SequenceEqual(baseline);
        json = unchanged ? baseline : writer.Written.ToArray();
        return !unchanged;
    }

    internal static object DeserializeValue(ReadOnlySpan<byte> json, Type type) => JsonSerializer.Deserialize(json, TypeInfo(type));

    internal static JsonTypeInfo TypeInfo(Type type) => KnownTypes.Of(type, KnownTypes.Current.State);

    private static Type Target<T>() => Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);

    private static T Read<T>(StateValue stored)
    {
        if (typeof(T) == typeof(Microsoft.Bot.Builder.Dialogs.DialogState))
        {
            return (T)(object)DialogStateJson.Read(stored);
        }

        if (typeof(T) == typeof(Microsoft.Bot.Builder.Dialogs.PromptOptions))
        {
            return (T)(object)PromptOptionsJson.Read(stored);
        }

        if (typeof(T) == typeof(IDictionary<string, object>) || typeof(T) == typeof(Dictionary<string, object>))
        {
            return (T)(object)StateReader.ReadObject(stored);
        }

        return (T)DeserializeValue(stored.Json, typeof(T));
    }
}
