namespace Microsoft.Bot.Builder;

internal static class StateKeys
{
    public static string Channel(ITurnContext turnContext) =>
        turnContext.Activity.ChannelId ?? throw new InvalidOperationException("invalid activity-missing channelId");

    public static string Conversation(ITurnContext turnContext) =>
        turnContext.Activity.Conversation?.Id ?? throw new InvalidOperationException("invalid activity-missing Conversation.Id");

    public static string User(ITurnContext turnContext) =>
        turnContext.Activity.From?.Id ?? throw new InvalidOperationException("invalid activity-missing From.Id");
}
