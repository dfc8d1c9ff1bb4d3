namespace Microsoft.Bot.Schema;

/// <summary>The values of <see cref="Activity.Code"/>: why a conversation ended.</summary>
public static class EndOfConversationCodes
{
    /// <summary>No reason given.</summary>
    public const string Unknown = "unknown";

    /// <summary>Finished as planned.</summary>
    public const string CompletedSuccessfully = "completedSuccessfully";

    /// <summary>The user stopped it.</summary>
    public const string UserCancelled = "userCancelled";

    /// <summary>The bot took too long.</summary>
    public const string BotTimedOut = "botTimedOut";

    /// <summary>The bot sent something the channel refused.</summary>
    public const string BotIssuedInvalidMessage = "botIssuedInvalidMessage";

    /// <summary>The channel failed.</summary>
    public const string ChannelFailed = "channelFailed";
}
