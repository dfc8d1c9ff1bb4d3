namespace Kayan.Bot.Dialogs;

/// <summary>Whether people can answer our text messages, and where they can write instead.</summary>
/// <param name="SmsCanAnswer">False where the sender is a name: in Saudi Arabia text messages go one way.</param>
/// <param name="ChatPage">The chat page of the website.</param>
public sealed record Reach(bool SmsCanAnswer, string ChatPage);
