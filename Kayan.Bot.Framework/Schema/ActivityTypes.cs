namespace Microsoft.Bot.Schema;

/// <summary>The values of <see cref="Activity.Type"/>.</summary>
public static class ActivityTypes
{
    /// <summary>The bot was added to or removed from a contact list.</summary>
    public const string ContactRelationUpdate = "contactRelationUpdate";

    /// <summary>Members or properties of the conversation changed.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The conversation has ended.</summary>
    public const string EndOfConversation = "endOfConversation";

    /// <summary>A named event, usually sent by a program.</summary>
    public const string Event = "event";

    /// <summary>A pause between replies; understood by test adapters only.</summary>
    public const string Delay = "delay";

    /// <summary>The user asked for their data to be deleted.</summary>
    public const string DeleteUserData = "deleteUserData";

    /// <summary>Control moves to someone else.</summary>
    public const string Handoff = "handoff";

    /// <summary>The bot was installed or removed.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A call that expects an answer in the same HTTP response.</summary>
    public const string Invoke = "invoke";

    /// <summary>A message between the user and the bot.</summary>
    public const string Message = "message";

    /// <summary>A message was deleted.</summary>
    public const string MessageDelete = "messageDelete";

    /// <summary>A reaction was put on or taken off a message.</summary>
    public const string MessageReaction = "messageReaction";

    /// <summary>A message was edited.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>A private suggestion to one member.</summary>
    public const string Suggestion = "suggestion";

    /// <summary>Diagnostics; never shown to the user.</summary>
    public const string Trace = "trace";

    /// <summary>The sender is writing.</summary>
    public const string Typing = "typing";

    /// <summary>Asks the other side to do something.</summary>
    public const string Command = "command";

    /// <summary>The outcome of a command.</summary>
    public const string CommandResult = "commandResult";
}
