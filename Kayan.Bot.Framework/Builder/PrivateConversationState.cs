namespace Microsoft.Bot.Builder;

/// <summary>State of a user in one conversation: <c>{channelId}/conversations/{conversation.id}/users/{from.id}</c>.</summary>
public class PrivateConversationState(IStorage storage) : BotState(storage, nameof(PrivateConversationState))
{
    /// <inheritdoc/>
    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{StateKeys.Channel(turnContext)}/conversations/{StateKeys.Conversation(turnContext)}/users/{StateKeys.User(turnContext)}";
}
