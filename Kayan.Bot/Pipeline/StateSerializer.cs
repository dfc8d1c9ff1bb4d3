#if MICROSOFT_BOT_FRAMEWORK
using Microsoft.Bot.Builder.Dialogs;
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
    private const string Stack = "dialogStack";
    private const string Options = "options";

    // A text that looks like a time stays a text.
    private static readonly JsonSerializerSettings Settings =
        new() { NullValueHandling = NullValueHandling.Ignore, DateParseHandling = DateParseHandling.None, MaxDepth = 128 };

    private static readonly JsonSerializer Serializer = JsonSerializer.Create(Settings);

    public static string Write(object value) => JsonConvert.SerializeObject(value, Settings);

    /// <summary>The SDK changes the stack in place and casts what is on it, so that it needs the types that it wrote.</summary>
    public static object Read(string json) => Bag(JsonConvert.DeserializeObject<JObject>(json, Settings)!);

    private static Dictionary<string, object?> Bag(JObject json) => json.Properties().ToDictionary(member => member.Name, member => Value(member.Value));

    private static object? Value(JToken? json) => json switch
    {
        JValue value => value.Value,
        JObject stack when stack[Stack] is JArray dialogs => new DialogState([.. dialogs.Cast<JObject>().Select(Instance)]),
        JObject bag => Bag(bag),
        _ => json,
    };

    private static DialogInstance Instance(JObject json)
    {
        var instance = json.ToObject<DialogInstance>(Serializer)!;
        if (json["state"] is JObject state)
        {
            instance.State = Bag(state)!;
            if (state[Options] is JObject options && IsPrompt(state))
            {
                instance.State[Options] = options.ToObject<PromptOptions>(Serializer)!;
            }
        }

        return instance;
    }

    // A waterfall, which has options as well, keeps values and no state.
    private static bool IsPrompt(JObject state) => state["state"] is JObject;
#else
    public static string Write(object value) => Encoding.UTF8.GetString(StateJson.Serialize((IDictionary<string, object>)value));

    public static object Read(string json) => StateJson.Deserialize(Encoding.UTF8.GetBytes(json));
#endif
}
