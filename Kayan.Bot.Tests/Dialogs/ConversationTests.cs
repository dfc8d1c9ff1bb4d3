namespace Kayan.Bot.Tests.Dialogs;

/// <summary>The conversations of the folder Conversations, as they are written there.</summary>
public sealed class ConversationTests
{
    public static TheoryData<string> Names => [.. Script.All().Select(script => script.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Conversation_Played_GoesAsWritten(string name) => Script.All().Single(script => script.Name == name).PlayAsync();
}
