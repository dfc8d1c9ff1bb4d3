using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Language;
using Kayan.Bot.Domain.People;
using Microsoft.Bot.Builder;

namespace Kayan.Bot.Dialogs.Consent;

/// <summary>The first words, with the notice of what is kept and why.</summary>
internal sealed class Welcome(CurrentConversation conversation, Talk talk, Replies replies)
{
    /// <summary>Greets; the first time with the notice.</summary>
    public async Task GreetAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var peace = ArabicText.FoldLoosely(turn.Activity.Text ?? string.Empty).Contains("سلام", StringComparison.Ordinal);
        var known = await talk.IsIntroducedAsync(turn, cancellationToken);
        await turn.SendActivityAsync(
            replies.Text((known, peace) switch
            {
                (true, true) => GreetingText.AgainBack,
                (true, false) => GreetingText.Again,
                (false, true) => GreetingText.HelloBack,
                _ => GreetingText.Hello,
            }),
            cancellationToken);
        await TellPrivacyAsync(turn, cancellationToken);
    }

    /// <summary>What is kept and why, once.</summary>
    public async Task TellPrivacyAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (await talk.IsIntroducedAsync(turn, cancellationToken))
        {
            return;
        }

        await talk.SetIntroducedAsync(turn, cancellationToken);
        var notice = conversation.Channel == ChannelKind.WebChat ? GreetingText.PrivacyWeb : GreetingText.Privacy;
        await turn.SendActivityAsync(replies.Text(notice), cancellationToken);
    }
}
