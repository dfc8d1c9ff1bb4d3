using Kayan.Bot.Dialogs;
using Kayan.Bot.Dialogs.Consent;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.CaseFile;

/// <summary>The consent ledger of this conversation.</summary>
internal sealed class ConsentFile(KayanDbContext db, CurrentConversation conversation, TimeProvider time) : IConsents
{
    private const int LongestWords = 200;

    public Task GiveAsync(string words, CancellationToken cancellationToken)
    {
        Add(true, words);
        return Task.CompletedTask;
    }

    public async Task TakeBackAsync(string words, CancellationToken cancellationToken)
    {
        Add(false, words);
        if (conversation.PersonId is not { } person)
        {
            return;
        }

        var pending = await db.FollowUps
            .Where(followUp => followUp.State == FollowUpState.Pending)
            .Where(followUp => db.Requests.Any(request => request.Id == followUp.RequestId && request.PersonId == person))
            .ToListAsync(cancellationToken);
        foreach (var followUp in pending)
        {
            followUp.Settle(FollowUpState.NotWanted, time.GetUtcNow());
        }
    }

    private void Add(bool given, string words)
    {
        foreach (var messageClass in (MessageClass[])[MessageClass.Service, MessageClass.Survey])
        {
            db.Consents.Add(new Consent
            {
                ConversationId = conversation.Id,
                Class = messageClass,
                Given = given,
                At = time.GetUtcNow(),
                Words = words.Length > LongestWords ? words[..LongestWords] : words,
            });
        }
    }
}
