namespace Microsoft.Bot.Builder;

/// <summary>State of a user on a channel, in all conversations: <c>{channelId}/users/{from.id}</c>.</summary>
public class UserState(IStorage storage) : BotState(storage, nameof(UserState))
{
    /// <inheritdoc/>
    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{StateKeys.Channel(turnContext)}/users/{StateKeys.User(turnContext)}";
}
