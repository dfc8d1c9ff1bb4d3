using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Framework;

public sealed class TestFlowTests
{
    private static readonly BotCallbackHandler Echo = async (turnContext, cancellationToken) =>
    {
        if (turnContext.Activity.Type == ActivityTypes.ConversationUpdate)
        {
            await turnContext.SendActivityAsync("welcome", cancellationToken: cancellationToken);
        }
        else if (turnContext.Activity.Text != "silence")
        {
            await turnContext.SendActivityAsync($"you said {turnContext.Activity.Text}", cancellationToken: cancellationToken);
        }
    };

    [Fact]
    public async Task Flow_AsExpected_Passes() =>
        await new TestFlow(new TestAdapter(), Echo)
            .SendConversationUpdate()
            .AssertReply("welcome")
            .Send("hello").AssertReply("you said hello")
            .Test("again", "you said again")
            .Send("words").AssertReplyContains("words")
            .Send("a").AssertReplyOneOf(["you said b", "you said a"])
            .Send("silence").AssertNoReply(timeout: 50)
            .Send("last").AssertReply(reply => Assert.Equal("you said last", reply.AsMessageActivity().Text))
            .StartTestAsync();

    [Fact]
    public async Task Flow_OtherReply_ThrowsInvalidOperation()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => new TestFlow(new TestAdapter(), Echo).Test("hello", "you said nothing").StartTestAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => new TestFlow(new TestAdapter(), Echo).Send("hello").AssertNoReply(timeout: 50).StartTestAsync());
    }

    [Fact]
    public async Task Adapter_AddressesWhatComesIn()
    {
        var adapter = new TestAdapter("sms") { Locale = "ar-SA" };
        Activity? seen = null;

        await adapter.SendTextToBotAsync(
            "hello",
            (turnContext, _) =>
            {
                seen = turnContext.Activity;
                return Task.CompletedTask;
            },
            default);

        Assert.Equal(("sms", "ar-SA", "user1", "bot"), (seen!.ChannelId, seen.Locale, seen.From.Id, seen.Recipient.Id));
        Assert.Equal("Conversation1", seen.Conversation.Id);
        Assert.NotNull(seen.Timestamp);
    }

    [Fact]
    public async Task Adapter_Traces_AreDroppedUnlessAskedFor()
    {
        BotCallbackHandler trace = (turnContext, token) =>
            turnContext.SendActivityAsync((IActivity)Activity.CreateTraceActivity("t"), token);
        var (quiet, loud) = (new TestAdapter(), new TestAdapter(sendTraceActivity: true));

        await quiet.SendTextToBotAsync("a", trace, default);
        await loud.SendTextToBotAsync("a", trace, default);

        Assert.Null(quiet.GetNextReply());
        Assert.Equal("trace", loud.GetNextReply().Type);
    }

    [Fact]
    public async Task Adapter_UpdateAndDelete_ChangeWhatIsWaiting()
    {
        var adapter = new TestAdapter();

        await adapter.SendTextToBotAsync(
            "a",
            async (turnContext, token) =>
            {
                var first = await turnContext.SendActivityAsync("first", cancellationToken: token);
                var second = await turnContext.SendActivityAsync("second", cancellationToken: token);
                await turnContext.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = first.Id, Text = "changed" }, token);
                await turnContext.DeleteActivityAsync(second.Id, token);
            },
            default);

        Assert.Equal("changed", adapter.GetNextReply().AsMessageActivity().Text);
        Assert.Null(adapter.GetNextReply());
    }
}
