namespace Microsoft.Bot.Schema;

/// <summary>Activity types that stay between the bot and its adapter.</summary>
public static class ActivityTypesEx
{
    /// <summary>A pause between replies.</summary>
    public const string Delay = "delay";

    /// <summary>The answer to an invoke activity.</summary>
    public const string InvokeResponse = "invokeResponse";
}
