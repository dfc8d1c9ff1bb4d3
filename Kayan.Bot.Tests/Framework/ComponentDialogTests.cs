using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Tests.Framework;

public sealed class ComponentDialogTests
{
    [Fact]
    public async Task Begin_WithoutInitialDialog_BeginsTheFirstAdded()
    {
        var dialog = new Component("c", Ask("first?"), Ask("second?"));

        Assert.Equal("step0", dialog.InitialDialogId);
        Assert.Equal("first?", await new Turns(dialog).Say("go"));
    }

    [Fact]
    public async Task End_OfTheStackInside_EndsTheComponentWithItsResult()
    {
        object? result = null;
        var inner = new Component("inner", (stepContext, token) => stepContext.EndDialogAsync("answer", token));
        var outer = new Component(
            "outer",
            (stepContext, token) => stepContext.BeginDialogAsync("inner", null, token),
            (stepContext, token) =>
            {
                result = stepContext.Result;
                return stepContext.EndDialogAsync(null, token);
            });
        outer.AddDialog(inner);

        await new Turns(outer).Say("go");

        Assert.Equal("answer", result);
    }

    [Fact]
    public async Task OnContinue_BeforeTheDialogsInside_SeesTheMessage()
    {
        var turns = new Turns(new Interruptible());
        Assert.Equal("name?", await turns.Say("go"));

        Assert.Equal("here is help | name?", await turns.Say("help"));
        Assert.Equal("hello Sara", await turns.Say("Sara"));
    }

    [Fact]
    public async Task VersionChanged_StackOfAnotherVersion_RaisesTheEvent()
    {
        var storage = new MemoryStorage();
        var before = new Component("c", Ask("first?"), Ask("second?"));
        await new Turns(before, storage).Say("go");
        Assert.Empty(before.Events);

        var after = new Component("c", Ask("first?"), Ask("second?"));
        after.AddDialog(new TextPrompt("new"));
        await new Turns(after, storage).Say("on");

        Assert.Contains("versionChanged c", after.Events);
    }

    [Fact]
    public async Task VersionChanged_SameDialogs_RaisesNothing()
    {
        var storage = new MemoryStorage();
        await new Turns(new Component("c", Ask("first?"), Ask("second?")), storage).Say("go");

        var same = new Component("c", Ask("first?"), Ask("second?"));
        await new Turns(same, storage).Say("on");

        Assert.DoesNotContain("versionChanged c", same.Events);
    }

    [Fact]
    public async Task Cancel_OfTheComponent_CancelsTheStackInside()
    {
        var dialog = new Component("c", Ask("first?"));
        var turns = new Turns(dialog);
        await turns.Say("go");
        var set = new DialogSet().Add(dialog);
        var inner = new DialogState([new DialogInstance { Id = "step0", State = new Dictionary<string, object>() }]);
        var instance = new DialogInstance { Id = "c", State = new Dictionary<string, object> { ["dialogs"] = inner } };
        var dc = new DialogContext(
            set, new TurnContext(new RecordingAdapter(), RecordingAdapter.Incoming()), new DialogState([instance]));

        await dc.CancelAllDialogsAsync();

        Assert.Empty(inner.DialogStack);
        Assert.Equal("ended CancelCalled", dialog.Events[^1]);
    }

    private static WaterfallStep Ask(string question) => async (stepContext, cancellationToken) =>
    {
        await stepContext.Context.SendActivityAsync(question, cancellationToken: cancellationToken);
        return Dialog.EndOfTurn;
    };

    private sealed class Component : ComponentDialog
    {
        public Component(string id, params WaterfallStep[] steps)
            : base(id)
        {
            AddDialog(new Steps("step0", steps));
            AddDialog(new WaterfallDialog("other"));
        }

        public List<string> Events { get; } = [];

        public override Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            Events.Add($"{e.Name} {e.Value}");
            return base.OnDialogEventAsync(dc, e, cancellationToken);
        }

        protected override Task OnEndDialogAsync(
            ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            Events.Add($"ended {reason}");
            return Task.CompletedTask;
        }

        /// <summary>A waterfall that does not mind being ended before it began.</summary>
        private sealed class Steps(string id, WaterfallStep[] steps) : WaterfallDialog(id, steps)
        {
            public override Task EndDialogAsync(
                ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) =>
                Task.CompletedTask;
        }
    }

    private sealed class Interruptible : ComponentDialog
    {
        public Interruptible()
        {
            AddDialog(new WaterfallDialog("steps", [NameStepAsync, HelloStepAsync]));
            AddDialog(new TextPrompt("text"));
        }

        protected override async Task<DialogTurnResult> OnContinueDialogAsync(
            DialogContext innerDc, CancellationToken cancellationToken = default)
        {
            if (innerDc.Context.Activity.Text != "help")
            {
                return await base.OnContinueDialogAsync(innerDc, cancellationToken);
            }

            await innerDc.Context.SendActivityAsync("here is help", cancellationToken: cancellationToken);
            await innerDc.RepromptDialogAsync(cancellationToken);
            return EndOfTurn;
        }

        private static Task<DialogTurnResult> NameStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken) =>
            stepContext.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text("name?") }, cancellationToken);

        private static async Task<DialogTurnResult> HelloStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
        {
            await stepContext.Context.SendActivityAsync($"hello {stepContext.Result}", cancellationToken: cancellationToken);
            return await stepContext.EndDialogAsync(null, cancellationToken);
        }
    }
}
