using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Dialogs;

/// <summary>The bot: messages and the host's events go to the one conversation; what it remembers is kept at the end of the turn.</summary>
internal sealed class KayanBot(ConversationState state, MainDialog dialog) : ActivityHandler
{
    private readonly IStatePropertyAccessor<DialogState> dialogs = state.CreateProperty<DialogState>(nameof(DialogState));

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await base.OnTurnAsync(turnContext, cancellationToken);
        await state.SaveChangesAsync(turnContext, force: false, cancellationToken);
    }

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        dialog.RunAsync(turnContext, dialogs, cancellationToken);

    protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        dialog.RunAsync(turnContext, dialogs, cancellationToken);
}
