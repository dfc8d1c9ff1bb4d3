#if !MICROSOFT_BOT_FRAMEWORK
using System.Text;
using System.Text.Json;
using Kayan.Bot.Framework;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Framework;

/// <summary>Where this framework differs from the SDK on purpose; docs/framework-parity.md says why.</summary>
public sealed class DeviationTests
{
    [Theory]
    [InlineData("٣", 2)]
    [InlineData("۲", 1)]
    [InlineData("الخيار ٢", 1)]
    [InlineData("٧", null)]
    [InlineData("زكاة؟", 0)]
    [InlineData("2 من 10", null)]
    [InlineData("1.5", null)]
    [InlineData("2/3", null)]
    public void Choice_ArabicDigitsAndSigns_AreRightOrNotRead(string answer, int? index) =>
        Assert.Equal(
            index,
            ChoiceRecognizers.RecognizeChoices(answer, ["زكاة", "صدقة جارية", "كفالة يتيم"]).FirstOrDefault()?.Resolution.Index);

    [Theory]
    [InlineData("not sure", null)]
    [InlineData("yes and no", null)]
    [InlineData("not yes", null)]
    [InlineData("1 or 2", null)]
    [InlineData("yes please", true)]
    [InlineData("no thanks", false)]
    public async Task Confirm_WordsThatContradictEachOther_AreNoAnswer(string answer, bool? value)
    {
        var dialogs = new DialogSet().Add(new ConfirmPrompt("prompt"));
        var state = new DialogState();
        await Context(dialogs, state, "go").PromptAsync("prompt", new PromptOptions { Prompt = MessageFactory.Text("sure?") });

        var result = await Context(dialogs, state, answer).ContinueDialogAsync();

        Assert.Equal(value, result.Status == DialogTurnStatus.Complete ? (bool?)result.Result : null);
    }

    [Fact]
    public async Task Choices_InALanguageWithoutDefaults_AreWrittenInEnglish()
    {
        var dialogs = new DialogSet().Add(new ConfirmPrompt("prompt"));
        var (adapter, activity) = (new RecordingAdapter(), RecordingAdapter.Incoming());
        activity.Locale = "fr-FR";
        var dc = new DialogContext(dialogs, new TurnContext(adapter, activity), new DialogState());

        await dc.PromptAsync("prompt", new PromptOptions { Prompt = MessageFactory.Text("q") });

        Assert.Equal("q (1) Yes or (2) No", adapter.Sent[0].Text);
    }

    [Fact]
    public async Task Run_SendsNoTraceOfTheState()
    {
        var adapter = new TestAdapter(sendTraceActivity: true);
        var accessor = new ConversationState(new MemoryStorage()).CreateProperty<DialogState>("dialogs");
        var dialog = new WaterfallDialog("steps", [(_, _) => Task.FromResult(Dialog.EndOfTurn)]);

        await adapter.SendTextToBotAsync("go", (turnContext, token) => dialog.RunAsync(turnContext, accessor, token), default);

        Assert.Null(adapter.GetNextReply());
    }

    [Fact]
    public async Task Question_AskedTwice_IsTwoActivitiesAndStaysUnaddressedInTheState()
    {
        var state = new DialogState();
        var dialogs = new DialogSet().Add(new TextPrompt("prompt"));
        var adapter = new TestAdapter();
        await adapter.SendTextToBotAsync(
            "go",
            async (turnContext, token) =>
            {
                var dc = new DialogContext(dialogs, turnContext, state);
                await dc.PromptAsync("prompt", new PromptOptions { Prompt = MessageFactory.Text("word?") }, token);
                await dc.RepromptDialogAsync(token);
            },
            default);

        Assert.NotEqual(adapter.GetNextReply().Id, adapter.GetNextReply().Id);
        var stored = Encoding.UTF8.GetString(StateJson.Serialize(new Dictionary<string, object> { ["v"] = state }));
        Assert.DoesNotContain("conversation", stored, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task StateOfATurn_ForDiagnostics_IsAJsonNode()
    {
        var state = new UserState(new MemoryStorage());
        var turnContext = new TurnContext(new RecordingAdapter(), RecordingAdapter.Incoming());
        await state.CreateProperty<int>("number").SetAsync(turnContext, 7, default);

        Assert.Equal("""{"number":7}""", state.Get(turnContext).ToJsonString());
    }

    [Fact]
    public void ObjectMembers_OfTheWire_AreJsonElementsConvertedOnDemand()
    {
        var activity = SchemaJson.Deserialize<Activity>("""{"type":"event","value":{"visits":3},"channelData":{"name":"x"}}""");

        Assert.IsType<JsonElement>(activity.Value);
        Assert.Equal(3, SchemaJson.Convert<Profile>(activity.Value).Visits);
        Assert.Equal("x", activity.GetChannelData<Profile>().Name);
        Assert.False(activity.TryGetChannelData<Unlisted>(out _));
    }

    [Fact]
    public void Value_OfATypeNotOnTheList_IsNotSent()
    {
        Assert.Throws<NotSupportedException>(() => SchemaJson.Serialize(new Activity { Value = new Unlisted() }));
        var known = SchemaJson.Serialize(new Activity { Value = new Profile { Visits = 3 } });
        Assert.Contains("\"visits\":3", known, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typing_ShowsWhileTheTurnTakesLong_AndStopsWithIt()
    {
        var adapter = new TestAdapter();
        adapter.Use(new ShowTypingMiddleware(delay: 0, period: 60_000));
        var responded = true;

        await adapter.SendTextToBotAsync(
            "go",
            async (turnContext, token) =>
            {
                var typing = await adapter.GetNextReplyAsync(token);
                Assert.Equal(ActivityTypes.Typing, typing.Type);
                responded = turnContext.Responded;
            },
            default);

        Assert.False(responded);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShowTypingMiddleware(period: 0));
    }

    private static DialogContext Context(DialogSet dialogs, DialogState state, string text) =>
        new(dialogs, new TurnContext(new RecordingAdapter(), RecordingAdapter.Incoming(text)), state);
}
#endif
