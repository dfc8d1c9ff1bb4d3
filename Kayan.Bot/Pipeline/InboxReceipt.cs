namespace Kayan.Bot.Pipeline;

/// <summary>What became of a message that was handed in; both outcomes are answered with success.</summary>
internal readonly record struct InboxReceipt(InboxOutcome Outcome, long ConversationId, long MessageId);
