namespace Kayan.Bot.Pipeline;

/// <summary>Another process took the conversation over, or a row that the turn read was changed: nothing was committed.</summary>
internal sealed class TurnOvertakenException : Exception;
