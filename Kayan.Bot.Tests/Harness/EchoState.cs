using System.Text.Json.Serialization;
#if !MICROSOFT_BOT_FRAMEWORK
using Kayan.Bot.Framework;
#endif

namespace Kayan.Bot.Tests.Harness;

/// <summary>Puts the echo bot's state on the closed list of state types.</summary>
internal static class EchoState
{
    public static void Register()
    {
#if !MICROSOFT_BOT_FRAMEWORK
        StateJson.Register(EchoStateJson.Default);
#endif
    }
}

[JsonSerializable(typeof(TurnCount))]
internal sealed partial class EchoStateJson : JsonSerializerContext;
