using System.Text.Json;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Framework;

// The dialog stack by hand: it is read and written every turn, and most of what it holds stays unread.
internal static class DialogStateJson
{
    public static DialogState Read(StateValue value)
    {
        var stack = new List<DialogInstance>();
        var reader = new Utf8JsonReader(value.Json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isStack = Is(ref reader, "dialogStack");
            reader.Read();
            if (isStack && reader.TokenType == JsonTokenType.StartArray)
            {
                ReadStack(ref reader, stack, value);
            }
            else
            {
                reader.Skip();
            }
        }

        return new DialogState(stack);
    }

    public static void Write(Utf8JsonWriter json, DialogState state)
    {
        json.WriteStartObject();
        json.WriteStartArray("dialogStack"u8);
        foreach (var instance in state.DialogStack ?? [])
        {
            json.WriteStartObject();
            json.WriteString("id"u8, instance.Id);
            json.WritePropertyName("state"u8);
            StateWriter.WriteMembers(json, instance.State ?? new Dictionary<string, object>());
            if (instance.StackIndex is { } index)
            {
                json.WriteNumber("StackIndex"u8, index);
            }

            if (instance.Version is not null)
            {
                json.WriteString("Version"u8, instance.Version);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void ReadStack(ref Utf8JsonReader reader, List<DialogInstance> stack, StateValue value)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var instance = new DialogInstance { State = new Dictionary<string, object>() };
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                ReadMember(ref reader, instance, value);
            }

            stack.Add(instance);
        }
    }

    private static void ReadMember(ref Utf8JsonReader reader, DialogInstance instance, StateValue value)
    {
        if (Is(ref reader, "id"))
        {
            reader.Read();
            instance.Id = reader.GetString();
        }
        else if (Is(ref reader, "state"))
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                StateReader.ReadMembers(ref reader, (Dictionary<string, object>)instance.State, value.Source, value.Start);
            }
        }
        else if (Is(ref reader, "Version"))
        {
            reader.Read();
            instance.Version = reader.GetString();
        }
        else if (Is(ref reader, "StackIndex"))
        {
            reader.Read();
            instance.StackIndex = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt32();
        }
        else
        {
            reader.Read();
            reader.Skip();
        }
    }

    private static bool Is(ref Utf8JsonReader reader, string name) =>
        reader.ValueSpan.Length == name.Length
        && (reader.ValueTextEquals(name) || string.Equals(reader.GetString(), name, StringComparison.OrdinalIgnoreCase));
}
