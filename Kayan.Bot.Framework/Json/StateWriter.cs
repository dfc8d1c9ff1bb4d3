using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Framework;

// A pooled writer of state. One a thread is kept; a state that nests another while it is written takes a second one.
internal sealed class StateWriter : IDisposable
{
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static StateWriter _spare;

    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _json;

    private StateWriter() => _json = new Utf8JsonWriter(
        _buffer,
        new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    public static StateWriter Rent()
    {
        var writer = _spare ?? new StateWriter();
        _spare = null;
        return writer;
    }

    public void Dispose()
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        if (_buffer.Capacity <= LargestKept)
        {
            _spare = this;
        }
    }

    public void Write(object value)
    {
        WriteValue(_json, value);
        _json.Flush();
    }

    public static void WriteMembers(Utf8JsonWriter json, IDictionary<string, object> members)
    {
        json.WriteStartObject();
        if (members is Dictionary<string, object> dictionary)
        {
            // The struct enumerator of the concrete type allocates nothing.
            foreach (var (name, value) in dictionary)
            {
                json.WritePropertyName(name);
                WriteValue(json, value);
            }
        }
        else
        {
            foreach (var (name, value) in members)
            {
                json.WritePropertyName(name);
                WriteValue(json, value);
            }
        }

        json.WriteEndObject();
    }

    public static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case StateValue stored: json.WriteRawValue(stored.Json, skipInputValidation: true); break;
            case bool yes: json.WriteBooleanValue(yes); break;
            case int whole: json.WriteNumberValue(whole); break;
            case long whole: json.WriteNumberValue(whole); break;
            case DialogState dialogs: DialogStateJson.Write(json, dialogs); break;
            case PromptOptions options: PromptOptionsJson.Write(json, options); break;
            case IDictionary<string, object> members: WriteMembers(json, members); break;
            case double or float or decimal: WriteFraction(json, (IFormattable)value); break;
            case DateTimeOffset instant: json.WriteStringValue(instant); break;
            case DateTime instant: json.WriteStringValue(instant); break;
            case Guid id: json.WriteStringValue(id); break;
            case Enum member: json.WriteStringValue(member.ToString()); break;
            case JsonElement element: element.WriteTo(json); break;
            case JsonNode node: node.WriteTo(json); break;
            default: JsonSerializer.Serialize(json, value, StateJson.TypeInfo(value.GetType())); break;
        }
    }

    // 5.0 stays "5.0": without the point it came back as a long, and a cast to double failed.
    private static void WriteFraction(Utf8JsonWriter json, IFormattable number)
    {
        var text = number.ToString(null, CultureInfo.InvariantCulture);
        json.WriteRawValue(text.AsSpan().ContainsAny(".eE") ? text : text + ".0");
    }
}
