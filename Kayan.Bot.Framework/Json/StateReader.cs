using System.Text.Json;

namespace Kayan.Bot.Framework;

// Reads one level of an object: primitives at once, what is nested as a StateValue that points into the same bytes.
internal static class StateReader
{
    private static readonly string[] CommonNames =
    [
        "id", "state", "options", "values", "instanceId", "stepIndex", "dialogs", "AttemptCount",
        "prompt", "retryPrompt", "choices", "style",
    ];

    public static Dictionary<string, object> ReadObject(StateValue value)
    {
        var target = new Dictionary<string, object>();
        var reader = new Utf8JsonReader(value.Json);
        reader.Read();
        ReadMembers(ref reader, target, value.Source, value.Start);
        return target;
    }

    public static void ReadInto(Dictionary<string, object> target, byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        ReadMembers(ref reader, target, json, 0);
        if (reader.Read())
        {
            throw new JsonException("A state is one JSON object.");
        }
    }

    // The reader stands on the opening brace and is left on the closing one.
    public static void ReadMembers(ref Utf8JsonReader reader, Dictionary<string, object> target, byte[] source, int offset)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A state is one JSON object.");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = Name(ref reader);
            reader.Read();
            target[name] = ReadValue(ref reader, source, offset);
        }
    }

    public static object ReadValue(ref Utf8JsonReader reader, byte[] source, int offset)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return IsWhole(ref reader) && reader.TryGetInt64(out var whole) ? (object)whole : reader.GetDouble();
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.Null:
                return null;
            default:
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                return new StateValue(source, offset + start, (int)reader.BytesConsumed - start);
        }
    }

    private static bool IsWhole(ref Utf8JsonReader reader) => !reader.ValueSpan.ContainsAny(".eE"u8);

    public static string Name(ref Utf8JsonReader reader)
    {
        foreach (var name in CommonNames)
        {
            if (reader.ValueSpan.Length == name.Length && reader.ValueTextEquals(name))
            {
                return name;
            }
        }

        return reader.GetString();
    }
}
