using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Tests.Framework;

public sealed class DialogContextTests
{
    private readonly List<string> _events = [];
    private readonly DialogSet _dialogs = new();
    private readonly DialogState _state = new();

    [Fact]
    public async Task Begin_UnknownId_ThrowsArgument()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Context().BeginDialogAsync("unknown"));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Context().BeginDialogAsync(null));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Context().PromptAsync("prompt", null));
    }

    [Fact]
    public async Task Continue_EmptyStack_IsEmpty() =>
        Assert.Equal(DialogTurnStatus.Empty, (await Context().ContinueDialogAsync()).Status);

    [Fact]
    public async Task Continue_DialogThatIsGone_ThrowsInvalidOperation()
    {
        _state.DialogStack.Add(new DialogInstance { Id = "gone" });

        await Assert.ThrowsAsync<InvalidOperationException>(() => Context().ContinueDialogAsync());
    }

    [Fact]
    public async Task End_WithDialogBelow_ResumesItWithTheResult()
    {
        AddDialogs("a", "b");
        var dc = Context();
        await dc.BeginDialogAsync("a");
        await dc.BeginDialogAsync("b");

        var result = await dc.EndDialogAsync("value");

        Assert.Equal(["a begins", "b begins", "b ends EndCalled", "a resumes EndCalled value"], _events);
        Assert.Equal((DialogTurnStatus.Waiting, "a"), (result.Status, dc.ActiveDialog.Id));
    }

    [Fact]
    public async Task End_LastDialog_IsCompleteWithTheResult()
    {
        AddDialogs("a");
        var dc = Context();
        await dc.BeginDialogAsync("a");

        var result = await dc.EndDialogAsync("value");

        Assert.Equal((DialogTurnStatus.Complete, "value"), (result.Status, result.Result));
        Assert.Null(dc.ActiveDialog);
    }

    [Fact]
    public async Task Replace_EndsTheActiveAndBeginsTheOther()
    {
        AddDialogs("a", "b");
        var dc = Context();
        await dc.BeginDialogAsync("a");

        await dc.ReplaceDialogAsync("b");

        Assert.Equal(["a begins", "a ends ReplaceCalled", "b begins"], _events);
        Assert.Equal(["b"], dc.Stack.Select(instance => instance.Id));
    }

    [Fact]
    public async Task CancelAll_EmptiesTheStack()
    {
        AddDialogs("a", "b");
        var dc = Context();
        Assert.Equal(DialogTurnStatus.Empty, (await dc.CancelAllDialogsAsync()).Status);
        await dc.BeginDialogAsync("a");
        await dc.BeginDialogAsync("b");

        var result = await dc.CancelAllDialogsAsync();

        Assert.Equal(["a begins", "b begins", "b ends CancelCalled", "a ends CancelCalled"], _events);
        Assert.Equal(DialogTurnStatus.Cancelled, result.Status);
    }

    [Fact]
    public async Task Stack_ActiveDialog_ComesFirst()
    {
        AddDialogs("a", "b");
        var dc = Context();
        await dc.BeginDialogAsync("a");
        await dc.BeginDialogAsync("b");

        Assert.Equal(["b", "a"], dc.Stack.Select(instance => instance.Id));
    }

    [Fact]
    public async Task Reprompt_AsksTheActiveDialog()
    {
        AddDialogs("a");
        var dc = Context();
        await dc.RepromptDialogAsync();
        await dc.BeginDialogAsync("a");

        await dc.RepromptDialogAsync();

        Assert.Equal(["a begins", "a asks again"], _events);
    }

    [Fact]
    public async Task FindDialog_InTheParent_IsFound()
    {
        AddDialogs("a");
        var parent = Context();
        await parent.BeginDialogAsync("a");
        var child = new DialogContext(new DialogSet(), parent, new DialogState());

        Assert.Same(_dialogs.Find("a"), child.FindDialog("a"));
        Assert.Null(child.FindDialog("none"));
    }

    [Fact]
    public async Task Exception_InADialog_SaysWhereOnTheStackItCameFrom()
    {
        _dialogs.Add(new WaterfallDialog("broken", [(_, _) => throw new InvalidOperationException("broken")]));

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => Context().BeginDialogAsync("broken"));

        var data = Assert.IsType<Dictionary<string, object>>(thrown.Data["DialogContext"]);
        Assert.Equal("broken", data["ActiveDialog"]);
        Assert.Equal(["broken"], (List<string>)data["Stack"]);
    }

    [Fact]
    public void Set_SameIdAgain_GetsANumber()
    {
        AddDialogs("a", "a", "a");
        var again = _dialogs.Find("a");

        _dialogs.Add(again);

        Assert.Equal(["a", "a2", "a3"], _dialogs.GetDialogs().Select(dialog => dialog.Id));
        Assert.Throws<ArgumentNullException>(() => _dialogs.Find(" "));
        Assert.Null(_dialogs.Find("a4"));
    }

    [Fact]
    public void Set_Version_ChangesWithADialog()
    {
        AddDialogs("a");
        var before = _dialogs.GetVersion();
        Assert.Equal(before, _dialogs.GetVersion());

        AddDialogs("b");

        Assert.NotEqual(before, _dialogs.GetVersion());
    }

    [Fact]
    public async Task Set_WithoutStateProperty_OpensNoStack()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => _dialogs.CreateContextAsync(new TurnContext(new RecordingAdapter(), RecordingAdapter.Incoming())));
        Assert.Throws<ArgumentNullException>(() => new DialogSet(null));
    }

    private void AddDialogs(params string[] ids)
    {
        foreach (var id in ids)
        {
            _dialogs.Add(new RecordingDialog(id, _events));
        }
    }

    private DialogContext Context() =>
        new(_dialogs, new TurnContext(new RecordingAdapter(), RecordingAdapter.Incoming()), _state);
}
