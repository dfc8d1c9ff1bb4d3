using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Framework;

public sealed class PromptTests
{
    [Fact]
    public async Task NotRecognised_AsksAgainWithTheRetryPrompt()
    {
        var turns = new Turns(new Asking(new NumberPrompt<int>("prompt"), Options("how many?", "a number, please")));

        Assert.Equal("how many?", await turns.Say("go"));
        Assert.Equal("a number, please", await turns.Say("none"));
        Assert.Equal("got 7", await turns.Say("7"));
    }

    [Fact]
    public async Task NotRecognised_WithoutRetryPrompt_AsksTheSameAgain()
    {
        var turns = new Turns(new Asking(new NumberPrompt<int>("prompt"), Options("how many?")));
        await turns.Say("go");

        Assert.Equal("how many?", await turns.Say("none"));
    }

    [Fact]
    public async Task NotValid_AfterSomebodyAnsweredInThisTurn_DoesNotAskAgain()
    {
        var turns = new Turns(new Asking(new NumberPrompt<int>("prompt"), Options("how many?")));
        await turns.Say("go");
        turns.BeforeDialog = turnContext => turnContext.SendActivityAsync("a word before");

        Assert.Equal("a word before", await turns.Say("none"));
    }

    [Fact]
    public async Task Validator_AloneDecides_EvenWithoutARecognisedValue()
    {
        var seen = new List<string>();
        var prompt = new NumberPrompt<int>("prompt", (promptContext, _) =>
        {
            seen.Add($"{promptContext.Recognized.Succeeded} {promptContext.Recognized.Value} {promptContext.AttemptCount}");
            promptContext.Recognized.Value = 99;
            return Task.FromResult(promptContext.Context.Activity.Text == "let me through");
        });
        var turns = new Turns(new Asking(prompt, Options("how many?")));
        await turns.Say("go");

        Assert.Equal("how many?", await turns.Say("5"));
        Assert.Equal("got 99", await turns.Say("let me through"));
        Assert.Equal(["True 5 1", "False 0 2"], seen);
    }

    [Fact]
    public async Task Validator_Remembers_BetweenAnswers()
    {
        var prompt = new TextPrompt("prompt", async (promptContext, token) =>
        {
            var tried = promptContext.State.TryGetValue("tried", out var count) ? Convert.ToInt32(count, null) : 0;
            promptContext.State["tried"] = tried + 1;
            await promptContext.Context.SendActivityAsync($"tried {tried} attempt {promptContext.AttemptCount}", cancellationToken: token);
            return tried == 2;
        });
        var turns = new Turns(new Asking(prompt, Options("word?")));
        await turns.Say("go");

        Assert.Equal("tried 0 attempt 1", await turns.Say("a"));
        Assert.Equal("tried 1 attempt 2", await turns.Say("b"));
        Assert.Equal("tried 2 attempt 3 | got c", await turns.Say("c"));
    }

    [Fact]
    public async Task Validations_OfTheOptions_ReachTheValidatorAfterSaving()
    {
        var prompt = new NumberPrompt<int>("prompt", (promptContext, _) => Task.FromResult(
            promptContext.Recognized.Value <= ObjectPath.MapValueTo<Profile>(promptContext.Options.Validations).Visits));
        var options = Options("how many?", "too many");
        options.Validations = new Profile { Visits = 3 };
        var turns = new Turns(new Asking(prompt, options));
        await turns.Say("go");

        Assert.Equal("too many", await turns.Say("4"));
        Assert.Equal("got 3", await turns.Say("3"));
    }

    [Fact]
    public async Task Options_ChangedByTheValidator_StayChanged()
    {
        var prompt = new NumberPrompt<int>("prompt", (promptContext, _) =>
        {
            promptContext.Options.RetryPrompt = MessageFactory.Text($"again {promptContext.AttemptCount + 1}");
            return Task.FromResult(promptContext.AttemptCount == 3);
        });
        var turns = new Turns(new Asking(prompt, Options("how many?")));
        await turns.Say("go");

        Assert.Equal("again 2", await turns.Say("1"));
        Assert.Equal("again 3", await turns.Say("1"));
    }

    [Fact]
    public async Task ActivityThatIsNoMessage_IsNoAnswer()
    {
        var turns = new Turns(new Asking(new TextPrompt("prompt"), Options("word?")));
        await turns.Say("go");

        Assert.Null(await turns.Receive(new Activity(ActivityTypes.Typing)));
        Assert.Equal("got yes", await turns.Say("yes"));
    }

    [Fact]
    public async Task Begin_WithoutPromptOptions_IsOutOfRange()
    {
        var turns = new Turns(new TextPrompt("prompt"));

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => turns.Say("go"));
        Assert.Throws<ArgumentNullException>(() => new TextPrompt(" "));
    }

    [Theory]
    [InlineData(null, "expectingInput")]
    [InlineData("acceptingInput", "acceptingInput")]
    public async Task InputHint_OfTheQuestion_IsFilledInOnlyWhenMissing(string? given, string sent)
    {
        var question = new Activity(ActivityTypes.Message) { Text = "word?", InputHint = given };
        var adapter = new RecordingAdapter();
        var dialogs = new DialogSet().Add(new TextPrompt("prompt"));
        var dc = new DialogContext(dialogs, new TurnContext(adapter, RecordingAdapter.Incoming()), new DialogState());

        await dc.PromptAsync("prompt", new PromptOptions { Prompt = question });

        Assert.Equal(sent, adapter.Sent[0].InputHint);
    }

    [Fact]
    public async Task Text_Empty_IsAnAnswerToATextPrompt()
    {
        var turns = new Turns(new Asking(new TextPrompt("prompt"), Options("word?")));
        await turns.Say("go");

        Assert.Equal("got", (await turns.Say(string.Empty))?.Trim());
    }

    [Fact]
    public async Task Resume_AfterADialogAboveEnded_AsksAgain()
    {
        var dialogs = new DialogSet().Add(new TextPrompt("prompt"))
            .Add(new WaterfallDialog("above", [(_, _) => Task.FromResult(Dialog.EndOfTurn)]));
        var adapter = new RecordingAdapter();
        var dc = new DialogContext(dialogs, new TurnContext(adapter, RecordingAdapter.Incoming()), new DialogState());
        await dc.PromptAsync("prompt", Options("word?", "again?"));
        await dc.BeginDialogAsync("above");

        await dc.EndDialogAsync();

        Assert.Equal(["word?", "word?"], adapter.Sent.Select(activity => activity.Text));
    }

    private static PromptOptions Options(string prompt, string? retry = null) => new()
    {
        Prompt = MessageFactory.Text(prompt),
        RetryPrompt = retry is null ? null : MessageFactory.Text(retry),
    };

    /// <summary>Asks one question and says what came of it.</summary>
    private sealed class Asking : ComponentDialog
    {
        public Asking(Dialog prompt, PromptOptions options)
        {
            AddDialog(new WaterfallDialog("steps",
            [
                (stepContext, token) => stepContext.PromptAsync(prompt.Id, options, token),
                async (stepContext, token) =>
                {
                    await stepContext.Context.SendActivityAsync($"got {stepContext.Result}", cancellationToken: token);
                    return await stepContext.EndDialogAsync(null, token);
                },
            ]));
            AddDialog(prompt);
        }
    }
}
