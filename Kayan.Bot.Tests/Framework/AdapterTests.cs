using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Framework;

public sealed class AdapterTests
{
    private readonly RecordingAdapter _adapter = new();

    [Fact]
    public async Task Pipeline_LocaleOfTheActivity_IsTheCultureOfTheTurnAndNoLonger()
    {
        var before = CultureInfo.CurrentCulture;
        var during = string.Empty;

        await _adapter.RunAsync(RecordingAdapter.Incoming(), _ =>
        {
            during = CultureInfo.CurrentCulture.Name;
            return Task.CompletedTask;
        });

        Assert.Equal("ar-SA", during);
        Assert.Equal(before, CultureInfo.CurrentCulture);
    }

    [Fact]
    public async Task Pipeline_LocaleThatDoesNotExist_LeavesTheCulture()
    {
        var activity = RecordingAdapter.Incoming();
        activity.Locale = "not a locale!";
        var during = string.Empty;

        await _adapter.RunAsync(activity, _ =>
        {
            during = CultureInfo.CurrentCulture.Name;
            return Task.CompletedTask;
        });

        Assert.Equal(CultureInfo.CurrentCulture.Name, during);
    }

    [Fact]
    public async Task Pipeline_Throwing_GoesToOnTurnErrorOrToTheCaller()
    {
        static Task Fail(ITurnContext turnContext) => throw new InvalidOperationException("broken");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _adapter.RunAsync(RecordingAdapter.Incoming(), Fail));
        Exception? seen = null;
        _adapter.OnTurnError = (_, exception) =>
        {
            seen = exception;
            return Task.CompletedTask;
        };

        await _adapter.RunAsync(RecordingAdapter.Incoming(), Fail);

        Assert.Equal("broken", seen?.Message);
        Assert.Empty(_adapter.Sent);
    }

    [Fact]
    public async Task Middleware_RunsInOrderOfRegistrationAroundTheBot()
    {
        var order = new List<string>();
        _adapter.Use(new Around(order, "first")).Use(new Around(order, "second"));

        await _adapter.RunAsync(RecordingAdapter.Incoming(), _ =>
        {
            order.Add("bot");
            return Task.CompletedTask;
        });

        Assert.Equal(["first", "second", "bot", "/second", "/first"], order);
    }

    [Fact]
    public async Task Middleware_ThatDoesNotGoOn_EndsTheTurn()
    {
        var ran = false;
        _adapter.Use(new Stop());

        await _adapter.RunAsync(RecordingAdapter.Incoming(), _ =>
        {
            ran = true;
            return Task.CompletedTask;
        });

        Assert.False(ran);
    }

    [Fact]
    public async Task ContinueConversation_ByReference_RunsATurnThatAnswersThere()
    {
        var reference = RecordingAdapter.Incoming().GetConversationReference();
        var name = string.Empty;

        await _adapter.ContinueConversationAsync(
            "bot",
            reference,
            async (turnContext, cancellationToken) =>
            {
                name = turnContext.Activity.Name;
                await turnContext.SendActivityAsync("news", cancellationToken: cancellationToken);
            },
            default);

        Assert.Equal("ContinueConversation", name);
        var sent = Assert.Single(_adapter.Sent);
        Assert.Equal(("news", "conversation", "user"), (sent.Text, sent.Conversation.Id, sent.Recipient.Id));
    }

    [Fact]
    public async Task OtherWaysToContinue_UnlessOverridden_AreNotImplemented()
    {
        BotCallbackHandler nothing = (_, _) => Task.CompletedTask;

        await Assert.ThrowsAsync<NotImplementedException>(
            () => _adapter.ContinueConversationAsync("bot", new Activity(), nothing, default));
        await Assert.ThrowsAsync<NotImplementedException>(() => _adapter.ProcessActivityAsync(null, new Activity(), nothing, default));
    }

    private sealed class Around(List<string> order, string name) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            order.Add(name);
            await next(cancellationToken);
            order.Add("/" + name);
        }
    }

    private sealed class Stop : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) =>
            Task.CompletedTask;
    }
}
