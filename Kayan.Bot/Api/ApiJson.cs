using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kayan.Bot.Api;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(NewRequestBody))]
[JsonSerializable(typeof(MoveBody))]
[JsonSerializable(typeof(RequestView))]
internal sealed partial class ApiJson : JsonSerializerContext;
