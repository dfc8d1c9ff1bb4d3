#if MICROSOFT_BOT_FRAMEWORK
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
#else
using System.Text;
using Kayan.Bot.Framework;
#endif

namespace Kayan.Bot.Pipeline;

/// <summary>The dialog state as JSON, without type names: what is read back are values of the closed list of state types only.</summary>
internal static class StateSerializer
{
#if MICROSOFT_BOT_FRAMEWORK
    private static readonly JsonSerializerSettings Settings = new() { NullValueHandling = NullValueHandling.Ignore, MaxDepth = 128 };

    public static string Write(object value) => JsonConvert.SerializeObject(value, Settings);

    public static object Read(string json) => JObject.Parse(json);
#else
    public static string Write(object value) => Encoding.UTF8.GetString(StateJson.Serialize((IDictionary<string, object>)value));

    public static object Read(string json) => StateJson.Deserialize(Encoding.UTF8.GetBytes(json));
#endif
}
