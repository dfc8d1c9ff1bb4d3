using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Framework;

public sealed class WaterfallTests
{
    [Fact]
    public async Task Steps_EachWaitsForAMessage_AndGetsItAsResult()
    {
        var results = new List<object>();
        Task<DialogTurnResult> Step(WaterfallStepContext stepContext, CancellationToken cancellationToken)
        {
            results.Add($"{stepContext.Index} {stepContext.Reason} {stepContext.Result}");
            return Task.FromResult(Dialog.EndOfTurn);
        }

        var turns = new Turns(new WaterfallDialog("steps", [Step, Step]));
        await turns.Say("one");
        await turns.Say("two");

        Assert.Equal(["0 BeginCalled ", "1 ContinueCalled two"], results);
    }

    [Fact]
    public async Task PastTheLastStep_EndsWithTheLastResult()
    {
        object? ended = null;
        var inner = new WaterfallDialog("inner", [(stepContext, token) => stepContext.NextAsync("last", token)]);
        var outer = new HostDialog(
            inner,
            (stepContext, token) => stepContext.BeginDialogAsync("inner", null, token),
            (stepContext, token) =>
            {
                ended = stepContext.Result;
                return stepContext.EndDialogAsync(null, token);
            });

        await new Turns(outer).Say("go");

        Assert.Equal("last", ended);
    }

    [Fact]
    public async Task Next_RunsTheNextStepInTheSameTurn()
    {
        var turns = new Turns(new WaterfallDialog("steps",
        [
            (stepContext, token) => stepContext.NextAsync(41, token),
            async (stepContext, token) =>
            {
                await stepContext.Context.SendActivityAsync($"{stepContext.Reason} {stepContext.Result}", cancellationToken: token);
                return await stepContext.EndDialogAsync(null, token);
            },
        ]));

        Assert.Equal("NextCalled 41", await turns.Say("go"));
    }

    [Fact]
    public async Task Next_CalledTwice_ThrowsInvalidOperation()
    {
        var turns = new Turns(new WaterfallDialog("steps",
        [
            async (stepContext, token) =>
            {
                await stepContext.NextAsync(null, token);
                return await stepContext.NextAsync(null, token);
            },
            (_, _) => Task.FromResult(Dialog.EndOfTurn),
        ]));

        await Assert.ThrowsAsync<InvalidOperationException>(() => turns.Say("go"));
    }

    [Fact]
    public async Task ActivityThatIsNoMessage_DoesNotAdvance()
    {
        var turns = new Turns(new WaterfallDialog("steps", [Wait("first"), Wait("second")]));
        Assert.Equal("first", await turns.Say("go"));

        Assert.Null(await turns.Receive(new Activity(ActivityTypes.Event) { Name = "news" }));
        Assert.Equal("second", await turns.Say("go on"));
    }

    [Fact]
    public async Task Values_AcrossSavedTurns_ComeBackAsTheUsualCasts()
    {
        string? seen = null;
        var turns = new Turns(new WaterfallDialog("steps",
        [
            (stepContext, _) =>
            {
                stepContext.Values["text"] = "نص";
                stepContext.Values["int"] = 7;
                stepContext.Values["long"] = 5_000_000_000L;
                stepContext.Values["bool"] = true;
                stepContext.Values["double"] = 5.0;
                stepContext.Values["null"] = null;
                return Task.FromResult(Dialog.EndOfTurn);
            },
            (stepContext, _) =>
            {
                var values = stepContext.Values;
                seen = FormattableString.Invariant(
                    $"{(string)values["text"]} {Convert.ToInt32(values["int"], null)} {(long)values["long"]} ")
                    + FormattableString.Invariant($"{(bool)values["bool"]} {(double)values["double"]} {values["null"] is null}");
                return Task.FromResult(Dialog.EndOfTurn);
            },
        ]));

        await turns.Say("go");
        await turns.Say("go on");

        Assert.Equal("نص 7 5000000000 True 5 True", seen);
    }

    [Fact]
    public async Task ValuesAndOptions_OfOwnTypes_AreReadThroughMapValueToBeforeAndAfterSaving()
    {
        var seen = new List<string>();
        Task<DialogTurnResult> Step(WaterfallStepContext stepContext, CancellationToken cancellationToken)
        {
            if (stepContext.Index == 0)
            {
                stepContext.Values["profile"] = new Profile { Name = "Nora", Wishes = ["book"] };
                stepContext.Values["colour"] = Colour.Green;
                stepContext.Values["time"] = DateTimeOffset.UnixEpoch;
            }

            var options = ObjectPath.MapValueTo<Profile>(stepContext.Options);
            var profile = ObjectPath.MapValueTo<Profile>(stepContext.Values["profile"]);
            var colour = ObjectPath.MapValueTo<Colour>(stepContext.Values["colour"]);
            var time = ObjectPath.MapValueTo<DateTimeOffset>(stepContext.Values["time"]);
            seen.Add($"{options.Visits} {profile.Name} {profile.Wishes[0]} {colour} {time.UtcTicks}");
            return Task.FromResult(Dialog.EndOfTurn);
        }

        var inner = new WaterfallDialog("inner", [Step, Step]);
        var turns = new Turns(new HostDialog(
            inner, (stepContext, token) => stepContext.BeginDialogAsync("inner", new Profile { Visits = 3 }, token)));
        await turns.Say("go");
        await turns.Say("go on");

        var expected = $"3 Nora book Green {DateTimeOffset.UnixEpoch.UtcTicks}";
        Assert.Equal([expected, expected], seen);
    }

    [Fact]
    public async Task Options_Simple_ComeBackAsTheyWere()
    {
        var seen = new List<object>();
        Task<DialogTurnResult> Step(WaterfallStepContext stepContext, CancellationToken cancellationToken)
        {
            seen.Add(stepContext.Options);
            return Task.FromResult(Dialog.EndOfTurn);
        }

        var turns = new Turns(new HostDialog(
            new WaterfallDialog("inner", [Step, Step]), (stepContext, token) => stepContext.BeginDialogAsync("inner", "R-1", token)));
        await turns.Say("go");
        await turns.Say("go on");

        Assert.Equal(["R-1", "R-1"], seen);
    }

    [Fact]
    public void Version_ChangesWithTheNumberOfSteps()
    {
        var dialog = new WaterfallDialog("steps", [Wait("a")]);
        Assert.Equal("steps:1", dialog.GetVersion());

        dialog.AddStep(Wait("b"));

        Assert.Equal("steps:2", dialog.GetVersion());
        Assert.Throws<ArgumentNullException>(() => dialog.AddStep(null));
    }

    [Fact]
    public async Task CancellationToken_AsOptions_IsRefused()
    {
        var turns = new Turns(new HostDialog(
            new WaterfallDialog("inner", [Wait("a")]),
            (stepContext, token) => stepContext.BeginDialogAsync("inner", (object)token, CancellationToken.None)));

        await Assert.ThrowsAsync<ArgumentException>(() => turns.Say("go"));
    }

    private static WaterfallStep Wait(string text) => async (stepContext, cancellationToken) =>
    {
        await stepContext.Context.SendActivityAsync(text, cancellationToken: cancellationToken);
        return Dialog.EndOfTurn;
    };
}
