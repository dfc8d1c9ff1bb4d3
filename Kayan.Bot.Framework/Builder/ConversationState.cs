namespace Microsoft.Bot.Builder;

/// <summary>State of a conversation, whoever speaks: <c>{channelId}/conversations/{conversation.id}</c>.</summary>
public class ConversationState(IStorage storage) : BotState(storage, nameof(ConversationState))
{
    /// <inheritdoc/>
    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{StateKeys.Channel(turnContext)}/conversations/{StateKeys.Conversation(turnContext)}";
}
