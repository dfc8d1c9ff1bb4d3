using Microsoft.Bot.Schema;
#if MICROSOFT_BOT_FRAMEWORK
using Newtonsoft.Json;
#else
using Kayan.Bot.Framework;
#endif

namespace Kayan.Bot.Pipeline;

/// <summary>Activities as they are kept: Bot Framework JSON without nulls.</summary>
internal static class ActivityJson
{
#if MICROSOFT_BOT_FRAMEWORK
    // A text that looks like a time stays a text.
    private static readonly JsonSerializerSettings Settings =
        new() { NullValueHandling = NullValueHandling.Ignore, DateParseHandling = DateParseHandling.None, MaxDepth = 128 };

    public static string Write(Activity activity) => JsonConvert.SerializeObject(activity, Settings);

    public static Activity Read(string json) => JsonConvert.DeserializeObject<Activity>(json, Settings)!;
#else
    public static string Write(Activity activity) => SchemaJson.Serialize(activity);

    public static Activity Read(string json) => SchemaJson.Deserialize<Activity>(json);
#endif
}
