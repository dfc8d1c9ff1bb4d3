namespace Kayan.Bot.Dialogs;

/// <summary>Names of the events that the host sends to the bot (activity type "event").</summary>
public static class BotEvents
{
    /// <summary>A follow-up is due; the value is its id as text.</summary>
    public const string FollowUpDue = "followup.due";

    /// <summary>A worker gave the conversation back to the bot.</summary>
    public const string HandoffReturned = "handoff.returned";

    /// <summary>A visitor opened the chat on the website.</summary>
    public const string ConversationStarted = "conversation.started";
}
