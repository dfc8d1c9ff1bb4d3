using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.People;
using Microsoft.Bot.Builder;

namespace Kayan.Bot.Dialogs.Consent;

/// <summary>What the person says of messages that the service starts by itself: kept in the ledger, confirmed in one sentence.</summary>
internal sealed class Subscription(IConsents consents, CurrentConversation conversation, Talk talk, Replies replies)
{
    /// <summary>The website has no such messages.</summary>
    public bool IsOffered => conversation.Channel != ChannelKind.WebChat;

    public Task StopAsync(ITurnContext turn, CancellationToken cancellationToken) => KeepAsync(turn, false, ConsentText.Stopped, cancellationToken);

    public Task StartAsync(ITurnContext turn, CancellationToken cancellationToken) => KeepAsync(turn, true, ConsentText.Started, cancellationToken);

    /// <summary>The answer to the question of the first contact.</summary>
    public Task AnswerAsync(ITurnContext turn, bool given, CancellationToken cancellationToken) =>
        KeepAsync(turn, given, given ? ConsentText.Given : ConsentText.Refused, cancellationToken);

    /// <summary>The provider has already stopped or started its messages, and told the person so.</summary>
    public async Task NoteAsync(ITurnContext turn, string optOutType, CancellationToken cancellationToken)
    {
        var words = turn.Activity.Text ?? string.Empty;
        switch (optOutType)
        {
            case "STOP":
                await consents.TakeBackAsync(words, cancellationToken);
                break;
            case "START":
                await consents.GiveAsync(words, cancellationToken);
                break;
            default:
                return;
        }

        await talk.SetConsentAskedAsync(turn, cancellationToken);
    }

    private async Task KeepAsync(ITurnContext turn, bool given, string confirmation, CancellationToken cancellationToken)
    {
        if (!IsOffered)
        {
            await turn.SendActivityAsync(replies.Text(ConsentText.NotHere), cancellationToken);
            return;
        }

        var words = turn.Activity.Text ?? string.Empty;
        await (given ? consents.GiveAsync(words, cancellationToken) : consents.TakeBackAsync(words, cancellationToken));
        await talk.SetConsentAskedAsync(turn, cancellationToken);
        await turn.SendActivityAsync(replies.Text(confirmation), cancellationToken);
    }
}
