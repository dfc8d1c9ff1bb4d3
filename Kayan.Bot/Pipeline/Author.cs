namespace Kayan.Bot.Pipeline;

/// <summary>Who wrote a line of a conversation.</summary>
internal enum Author
{
    Person,
    Bot,
    Worker,

    /// <summary>An event for the dialogs (a follow-up that is due, a handoff that ended): never shown to the person.</summary>
    System,
}
