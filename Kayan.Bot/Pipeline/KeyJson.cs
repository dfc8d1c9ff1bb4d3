using System.Text.Json.Serialization;

namespace Kayan.Bot.Pipeline;

[JsonSerializable(typeof(string))]
internal sealed partial class KeyJson : JsonSerializerContext;
