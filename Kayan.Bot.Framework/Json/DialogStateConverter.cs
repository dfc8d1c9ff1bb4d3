using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Framework;

internal sealed class DialogStateConverter : JsonConverter<DialogState>
{
    public override DialogState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var json = StateJson.SerializeValue(document.RootElement);
        return DialogStateJson.Read(new StateValue(json, 0, json.Length));
    }

    public override void Write(Utf8JsonWriter writer, DialogState value, JsonSerializerOptions options) =>
        DialogStateJson.Write(writer, value);
}
