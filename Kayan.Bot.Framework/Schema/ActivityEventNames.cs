namespace Microsoft.Bot.Schema;

/// <summary>Names of events that the framework itself sends.</summary>
public static class ActivityEventNames
{
    /// <summary>The bot resumes a conversation on its own initiative.</summary>
    public const string ContinueConversation = "ContinueConversation";

    /// <summary>The bot starts a conversation.</summary>
    public const string CreateConversation = "CreateConversation";
}
