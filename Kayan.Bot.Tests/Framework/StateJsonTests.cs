#if !MICROSOFT_BOT_FRAMEWORK
using System.Text;
using System.Text.Json;
using Kayan.Bot.Framework;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Framework;

public sealed class StateJsonTests
{
    [Fact]
    public void Written_HasNoTypeNames()
    {
        var json = Write(new Profile { Name = "سارة", Colour = Colour.Green });

        Assert.Equal("""{"v":{"name":"سارة","visits":0,"colour":"Green","wishes":[]}}""", json);
    }

    [Fact]
    public void Primitives_ReadBack_AreClrPrimitives()
    {
        var state = Read("""{"s":"2026-01-01T00:00:00Z","i":5,"big":9223372036854775807,"d":5.0,"e":1e3,"t":true,"n":null}""");

        Assert.Equal("2026-01-01T00:00:00Z", state["s"]);
        Assert.Equal(5L, state["i"]);
        Assert.Equal(long.MaxValue, state["big"]);
        Assert.Equal(5.0, state["d"]);
        Assert.Equal(1000.0, state["e"]);
        Assert.Equal(true, state["t"]);
        Assert.Null(state["n"]);
    }

    [Theory]
    [InlineData(5.0, """{"v":5.0}""")]
    [InlineData(0.1, """{"v":0.1}""")]
    [InlineData(1e300, """{"v":1E+300}""")]
    public void Fraction_Written_StaysAFraction(double value, string json)
    {
        Assert.Equal(json, Write(value));
        Assert.Equal(value, Read(json)["v"]);
    }

    [Fact]
    public void Types_OfTheList_ComeBackAsAskedFor()
    {
        var id = Guid.CreateVersion7();
        var state = Read(Write(new Dictionary<string, object>
        {
            ["profile"] = new Profile { Name = null, Wishes = ["book"] },
            ["colour"] = Colour.Green,
            ["time"] = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(3)),
            ["day"] = new DateOnly(2026, 1, 2),
            ["money"] = 12.50m,
            ["id"] = id,
            ["choice"] = new FoundChoice { Value = "food", Index = 1 },
            ["list"] = new List<string> { "a" },
            ["activity"] = MessageFactory.Text("hello"),
            ["nested"] = new Dictionary<string, object> { ["x"] = 1 },
        }));
        state = StateJson.Convert<IDictionary<string, object>>(state["v"]);

        Assert.Null(StateJson.Convert<Profile>(state["profile"]).Name);
        Assert.Equal(Colour.Green, StateJson.Convert<Colour>(state["colour"]));
        Assert.Equal(Colour.Green, StateJson.Convert<Colour?>(1L));
        Assert.Equal(TimeSpan.FromHours(3), StateJson.Convert<DateTimeOffset>(state["time"]).Offset);
        Assert.Equal(new DateOnly(2026, 1, 2), StateJson.Convert<DateOnly?>(state["day"]));
        Assert.Equal(12.5m, StateJson.Convert<decimal>(state["money"]));
        Assert.Equal(id, StateJson.Convert<Guid>(state["id"]));
        Assert.Equal("food", StateJson.Convert<FoundChoice>(state["choice"]).Value);
        Assert.Equal(["a"], StateJson.Convert<List<string>>(state["list"]));
        Assert.Equal("hello", StateJson.Convert<Activity>(state["activity"]).Text);
        Assert.Equal(1L, StateJson.Convert<IDictionary<string, object>>(state["nested"])["x"]);
        Assert.Equal(0, StateJson.Convert<int>(null));
    }

    [Fact]
    public void Type_NotOnTheList_IsRefusedByName()
    {
        var written = Assert.Throws<NotSupportedException>(() => Write(new Unlisted { Number = 1 }));
        var read = Assert.Throws<NotSupportedException>(() => StateJson.Convert<Unlisted>(Read("""{"v":{"number":1}}""")["v"]));

        Assert.All([written, read], refused =>
        {
            Assert.Contains(typeof(Unlisted).FullName!, refused.Message, StringComparison.Ordinal);
            Assert.Contains("StateJson.Register", refused.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void TypeName_InStoredJson_IsDataLikeAnyOther()
    {
        const string Hostile = """{"v":{"$type":"System.IO.FileInfo, System.IO.FileSystem","fileName":"/etc/passwd","name":"x"}}""";

        var value = Read(Hostile)["v"];

        Assert.IsType<StateValue>(value);
        Assert.Equal("x", StateJson.Convert<Profile>(value).Name);
        Assert.Throws<NotSupportedException>(() => StateJson.Convert<FileInfo>(value));
    }

    [Fact]
    public void Objects_NobodyAskedFor_AreWrittenAsTheyWere()
    {
        const string Json = """{"v":{"unknown" : [1, 2.50,{"x":null}]},"w":[]}""";

        Assert.Equal(Json, Encoding.UTF8.GetString(StateJson.Serialize(Read(Json))));
    }

    [Fact]
    public void StateValue_InsideAnOption_TravelsOn()
    {
        var options = new PromptOptions { Validations = Read("""{"v":{"visits":3}}""")["v"] };

        var again = StateJson.Convert<PromptOptions>(Read(Write(options))["v"]);

        Assert.Equal(3, ObjectPath.MapValueTo<Profile>(again.Validations).Visits);
    }

    [Fact]
    public void DialogStack_RoundTrip_KeepsEveryMember()
    {
        const string Json = """
            {"v":{"dialogStack":[{"id":"a","state":{"stepIndex":2,"values":{"x":[]}},"StackIndex":1,"Version":"1"},{"id":"b","state":{}}]}}
            """;

        var state = Read(Json);
        state["v"] = StateJson.Convert<DialogState>(state["v"]);

        Assert.Equal(Json.Trim(), Encoding.UTF8.GetString(StateJson.Serialize(state)));
        var top = ((DialogState)state["v"]).DialogStack[0];
        Assert.Equal((1, "1", 2L), (top.StackIndex, top.Version, top.State["stepIndex"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"a":1""")]
    [InlineData("""{"a":1}{}""")]
    public void Json_ThatIsNotOneObject_IsRefused(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Fact]
    public async Task Storage_OverBytes_RunsADialogAcrossProcesses()
    {
        var storage = new ByteStorage();
        Assert.Equal("name?", await new Turns(new AskName(), storage).Say("go"));

        Assert.Equal("hello Sara", await new Turns(new AskName(), storage).Say("Sara"));
        Assert.DoesNotContain("$type", storage.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft.", storage.Text, StringComparison.Ordinal);
    }

    private static string Write(object value) =>
        Encoding.UTF8.GetString(StateJson.Serialize(new Dictionary<string, object> { ["v"] = value }));

    private static IDictionary<string, object> Read(string json) => StateJson.Deserialize(Encoding.UTF8.GetBytes(json));

    private sealed class AskName : ComponentDialog
    {
        public AskName()
        {
            AddDialog(new WaterfallDialog("steps",
            [
                (stepContext, token) => stepContext.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text("name?") }, token),
                async (stepContext, token) =>
                {
                    await stepContext.Context.SendActivityAsync($"hello {stepContext.Result}", cancellationToken: token);
                    return await stepContext.EndDialogAsync(null, token);
                },
            ]));
            AddDialog(new TextPrompt("text"));
        }
    }
}
#endif
