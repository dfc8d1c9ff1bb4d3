namespace Kayan.Bot.Channels;

/// <summary>What a channel needs to send: the outbox id, the address and the activity as Bot Framework JSON.</summary>
internal sealed record OutgoingMessage(Guid OutboxId, string To, string Activity, bool InWindow, string Language);
