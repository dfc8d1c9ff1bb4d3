#if !MICROSOFT_BOT_FRAMEWORK
using System.Text.Json;
using Kayan.Bot.Framework;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Framework;

public sealed class ActivityJsonTests
{
    [Fact]
    public void Activity_ReadAndWritten_KeepsUnknownMembersWhereTheyWere()
    {
        const string Json = """
            {"type":"message","from":{"id":"u","tribe":7},"conversation":{"id":"c","x":[1]},"text":"سلام","extra":{"a":null},
             "attachments":[{"contentType":"a/b","more":"yes"}],"entities":[{"type":"ClientInfo","locale":"ar"}]}
            """;

        var activity = SchemaJson.Deserialize<Activity>(Json);

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Json), JsonElement.Parse(SchemaJson.Serialize(activity))));
        Assert.Equal(7, activity.From.Properties["tribe"].GetInt32());
    }

    [Fact]
    public void Activity_Written_IsCamelCaseWithoutNullsAndWithEmptyLists()
    {
        var json = SchemaJson.Serialize(MessageFactory.Text("مرحبا"));

        const string Expected = """{"type":"message","inputHint":"acceptingInput","attachments":[],"entities":[],"text":"مرحبا"}""";
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Expected), JsonElement.Parse(json)));
        Assert.Contains("مرحبا", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Activity_ReadWithAnyCase_IsUnderstood()
    {
        var activity = SchemaJson.Deserialize<Activity>("""{"Type":"message","TEXT":"a","channelid":"webchat"}""");

        Assert.Equal(("message", "a", "webchat"), (activity.Type, activity.Text, activity.ChannelId));
    }
}
#endif
