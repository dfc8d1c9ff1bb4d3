using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kayan.Bot.Framework;

internal sealed class StateValueConverter : JsonConverter<StateValue>
{
    public override StateValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var json = StateJson.SerializeValue(document.RootElement);
        return new StateValue(json, 0, json.Length);
    }

    public override void Write(Utf8JsonWriter writer, StateValue value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json, skipInputValidation: true);
}
