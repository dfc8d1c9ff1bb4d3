using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Site;

/// <summary>Greets with choices and repeats what it is told, so that the page can be seen without the dialogs.</summary>
internal sealed class GreetingBot : ActivityHandler
{
    public const string Greeting = "أهلًا وسهلًا بكم في جمعية كيان. كيف نخدمكم؟";

    private static readonly CardAction[] Choices =
    [
        .. new[] { "سؤال عن الجمعية", "أين وصل طلبي؟", "اقتراح", "موظف" }.Select(title => new CardAction(ActionTypes.ImBack, title, value: title)),
    ];

    public override Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        turnContext.SendActivityAsync(
            turnContext.Activity.Type == ActivityTypes.Message
                ? MessageFactory.Text($"وصلتنا رسالتكم: {turnContext.Activity.Text}")
                : MessageFactory.SuggestedActions(Choices, Greeting, null, null),
            cancellationToken);
}
