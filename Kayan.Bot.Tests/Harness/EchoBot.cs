using Microsoft.Bot.Builder;

namespace Kayan.Bot.Tests.Harness;

/// <summary>A bot for tests of the pipeline: says what it heard and how many turns the conversation has had.</summary>
internal sealed class EchoBot(ConversationState state) : ActivityHandler
{
    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var counter = state.CreateProperty<TurnCount>("turns");
        var count = await counter.GetAsync(turnContext, () => new TurnCount(), cancellationToken);
        count.Value++;
        await counter.SetAsync(turnContext, count, cancellationToken);
        var text = turnContext.Activity.Text ?? turnContext.Activity.Name;
        if (text == "!fail")
        {
            throw new InvalidOperationException("on purpose");
        }

        await turnContext.SendActivityAsync(MessageFactory.Text($"{count.Value}: {text}"), cancellationToken);
        await state.SaveChangesAsync(turnContext, cancellationToken: cancellationToken);
    }
}
