using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.People;
using Microsoft.Bot.Builder;

namespace Kayan.Bot.Dialogs.Consent;

/// <summary>What the person says of messages that the service starts by itself: kept in the ledger, confirmed in one sentence.</summary>
internal sealed class Subscription(IConsents consents, CurrentConversation conversation, Talk talk, Replies replies)
{
    /// <summary>The website has no such messages.</summary>
    public bool IsOffered => conversation.Channel != ChannelKind.WebChat;

    /// <summary>No more messages that the service starts by itself.</summary>
    /// <returns>Whether the person was told; not where they were told so within a day.</returns>
    public Task<bool> StopAsync(ITurnContext turn, ConsentWay way, CancellationToken cancellationToken) => KeepAsync(
        turn, ConsentText.Stopped, words => consents.TakeBackAsync(words, way, cancellationToken), cancellationToken);

    /// <summary>No more requests for ratings.</summary>
    public Task StopRatingsAsync(ITurnContext turn, CancellationToken cancellationToken) => KeepAsync(
        turn, ConsentText.RatingsStopped, words => consents.TakeBackRatingsAsync(words, ConsentWay.Keyword, cancellationToken), cancellationToken);

    public Task StartAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        GiveAsync(turn, ConsentWay.Keyword, ConsentText.Started, cancellationToken);

    /// <summary>The answer to the question of the first contact.</summary>
    public Task AnswerAsync(ITurnContext turn, bool given, CancellationToken cancellationToken) => given
        ? GiveAsync(turn, ConsentWay.Question, ConsentText.Given, cancellationToken)
        : KeepAsync(turn, ConsentText.Refused, words => RefuseAsync(words, cancellationToken), cancellationToken);

    /// <summary>The provider has already stopped or started its messages, and told the person so.</summary>
    public async Task NoteAsync(ITurnContext turn, string optOutType, CancellationToken cancellationToken)
    {
        var words = turn.Activity.Text ?? string.Empty;
        switch (optOutType)
        {
            case "STOP":
                await consents.TakeBackAsync(words, ConsentWay.Provider, cancellationToken);
                break;
            case "START":
                await consents.GiveAsync(words, ConsentWay.Provider, cancellationToken);
                break;
            default:
                return;
        }

        await talk.SetConsentAskedAsync(turn, cancellationToken);
    }

    private Task<bool> GiveAsync(ITurnContext turn, ConsentWay way, string confirmation, CancellationToken cancellationToken)
    {
        return KeepAsync(turn, confirmation, WriteAsync, cancellationToken);

        async Task<bool> WriteAsync(string words)
        {
            await consents.GiveAsync(words, way, cancellationToken);
            return true;
        }
    }

    private async Task<bool> RefuseAsync(string words, CancellationToken cancellationToken)
    {
        await consents.TakeBackAsync(words, ConsentWay.Question, cancellationToken);
        return true; // whoever is asked gets an answer
    }

    private async Task<bool> KeepAsync(ITurnContext turn, string confirmation, Func<string, Task<bool>> write, CancellationToken cancellationToken)
    {
        if (!IsOffered)
        {
            await turn.SendActivityAsync(replies.Text(ConsentText.NotHere), cancellationToken);
            return true;
        }

        var isNews = await write(turn.Activity.Text ?? string.Empty);
        await talk.SetConsentAskedAsync(turn, cancellationToken);
        if (isNews)
        {
            await turn.SendActivityAsync(replies.Text(confirmation), cancellationToken);
        }

        return isNews;
    }
}
