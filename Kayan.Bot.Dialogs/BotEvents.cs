namespace Kayan.Bot.Dialogs;

/// <summary>Names of the events that the host sends to the bot (activity type "event").</summary>
public static class BotEvents
{
    /// <summary>A follow-up is due; the value is its id as text.</summary>
    public const string FollowUpDue = "followup.due";

    /// <summary>A worker gave the conversation back to the bot.</summary>
    public const string HandoffReturned = "handoff.returned";

    /// <summary>A file that the person sent could not be taken; the value is one of the three reasons below.</summary>
    public const string FileRefused = "file.refused";

    /// <summary>Its content is of no kind that is taken.</summary>
    public const string FileKindNotTaken = "kind";

    /// <summary>It is too large.</summary>
    public const string FileTooLarge = "size";

    /// <summary>The provider did not give it.</summary>
    public const string FileNotFetched = "fetch";

    /// <summary>A visitor opened the chat on the website.</summary>
    public const string ConversationStarted = "conversation.started";
}
