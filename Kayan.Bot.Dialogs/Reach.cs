namespace Kayan.Bot.Dialogs;

/// <summary>Whether people can answer our text messages, and where they find us instead.</summary>
/// <param name="SmsCanAnswer">False where nobody can: in Saudi Arabia text messages go one way.</param>
/// <param name="Site">The address of this service without a slash at its end, for example https://bot.example.org.</param>
public sealed record Reach(bool SmsCanAnswer, string Site);
