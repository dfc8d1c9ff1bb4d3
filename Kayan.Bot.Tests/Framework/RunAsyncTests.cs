using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Tests.Framework;

public sealed class RunAsyncTests
{
    private static readonly WaterfallStep Wait = (_, _) => Task.FromResult(Dialog.EndOfTurn);

    [Fact]
    public async Task Run_EmptyStack_BeginsAndThenContinues()
    {
        var turns = new Turns(new WaterfallDialog("steps", [Say("begun"), Say("continued")]));

        Assert.Equal("begun", await turns.Say("one"));
        Assert.Equal("continued", await turns.Say("two"));
    }

    [Fact]
    public async Task Run_AfterTheDialogEnded_BeginsAfresh()
    {
        WaterfallStep end = (stepContext, token) => stepContext.EndDialogAsync(null, token);
        var turns = new Turns(new WaterfallDialog("steps", [Say("begun"), end]));
        await turns.Say("one");

        Assert.Null(await turns.Say("two"));
        Assert.Equal("begun", await turns.Say("three"));
    }

    [Fact]
    public async Task Run_TwiceInATurn_ThrowsArgument()
    {
        var state = new ConversationState(new MemoryStorage());
        var accessor = state.CreateProperty<DialogState>("dialogs");
        var dialog = new WaterfallDialog("steps", [Wait]);
        var turnContext = new TurnContext(new RecordingAdapter(), RecordingAdapter.Incoming());
        await dialog.RunAsync(turnContext, accessor, default);

        await Assert.ThrowsAsync<ArgumentException>(() => dialog.RunAsync(turnContext, accessor, default));
    }

    [Fact]
    public async Task Run_ThrowingDialog_ThrowsToTheBot() =>
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => new Turns(new WaterfallDialog("steps", [(_, _) => throw new InvalidOperationException()])).Say("go"));

    [Fact]
    public async Task Run_ErrorThatADialogHandles_RunsTheTurnAgain()
    {
        var turns = new Turns(new Forgiving());

        Assert.Equal("forgiven", await turns.Say("go"));
    }

    [Fact]
    public async Task Services_OfTheTurn_AreSeenByTheDialogs()
    {
        var seen = string.Empty;
        var turns = new Turns(new WaterfallDialog("steps",
        [
            (stepContext, _) =>
            {
                seen = stepContext.Services.Get<string>("service");
                return Task.FromResult(Dialog.EndOfTurn);
            },
        ]));
        turns.BeforeDialog = turnContext =>
        {
            turnContext.TurnState.Add("service", "here");
            return Task.CompletedTask;
        };

        await turns.Say("go");

        Assert.Equal("here", seen);
    }

    private static WaterfallStep Say(string text) => async (stepContext, cancellationToken) =>
    {
        await stepContext.Context.SendActivityAsync(text, cancellationToken: cancellationToken);
        return Dialog.EndOfTurn;
    };

    private sealed class Forgiving : ComponentDialog
    {
        private bool _failed;

        public Forgiving() => AddDialog(new WaterfallDialog("steps", [FailOnceStepAsync, Say("forgiven")]));

        protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) =>
            Task.FromResult(e.Name == DialogEvents.Error);

        private Task<DialogTurnResult> FailOnceStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
        {
            if (_failed)
            {
                return stepContext.NextAsync(null, cancellationToken);
            }

            _failed = true;
            throw new InvalidOperationException();
        }
    }
}
