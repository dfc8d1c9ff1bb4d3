namespace Microsoft.Bot.Schema;

/// <summary>The values of <see cref="Activity.DeliveryMode"/>.</summary>
public static class DeliveryModes
{
    /// <summary>Replies are sent as they come.</summary>
    public const string Normal = "normal";

    /// <summary>The recipient is notified.</summary>
    public const string Notification = "notification";

    /// <summary>Replies are collected and returned with the response.</summary>
    public const string ExpectReplies = "expectReplies";

    /// <summary>Not kept by the channel.</summary>
    public const string Ephemeral = "ephemeral";
}
