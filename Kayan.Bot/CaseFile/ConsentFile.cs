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

    // General information needs a yes of its own, so that nobody gives it with these; whoever wants no messages wants none of it either.
    private static readonly MessageClass[] Given = [MessageClass.Service, MessageClass.Survey];
    private static readonly MessageClass[] Everything = [MessageClass.Service, MessageClass.Survey, MessageClass.Awareness];

    private static readonly TimeSpan ToldFor = TimeSpan.FromDays(1);

    public Task GiveAsync(string words, ConsentWay way, CancellationToken cancellationToken)
    {
        Add(Given, true, words, way);
        return Task.CompletedTask;
    }

    public Task<bool> TakeBackAsync(string words, ConsentWay way, CancellationToken cancellationToken) =>
        TakeBackAsync(Everything, words, way, cancellationToken);

    public Task<bool> TakeBackRatingsAsync(string words, ConsentWay way, CancellationToken cancellationToken) =>
        TakeBackAsync([MessageClass.Survey], words, way, cancellationToken);

    private async Task<bool> TakeBackAsync(MessageClass[] classes, string words, ConsentWay way, CancellationToken cancellationToken)
    {
        var isTold = await IsToldAsync(classes[0], cancellationToken);
        Add(classes, false, words, way);
        if (conversation.PersonId is { } person)
        {
            await CancelAsync(person, classes, cancellationToken);
        }

        return !isTold;
    }

    private async Task<bool> IsToldAsync(MessageClass messageClass, CancellationToken cancellationToken)
    {
        var ledger = conversation.PersonId is { } person
            ? db.LedgerOf(person)
            : db.Consents.Where(line => line.ConversationId == conversation.Id);
        var newest = await ledger.AsNoTracking().Where(line => line.Class == messageClass)
            .OrderByDescending(line => line.Id).FirstOrDefaultAsync(cancellationToken);
        return newest is { Given: false, Way: not ConsentWay.Refusal } && newest.At > time.GetUtcNow() - ToldFor;
    }

    private async Task CancelAsync(long person, MessageClass[] classes, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var pending = await db.FollowUps
            .Where(followUp => followUp.State == FollowUpState.Pending)
            .Where(followUp => db.Requests.Any(request => request.Id == followUp.RequestId && request.PersonId == person))
            .ToListAsync(cancellationToken);
        foreach (var followUp in pending.Where(followUp => classes.Contains(FollowUpPlan.ClassOf(followUp.Kind))))
        {
            followUp.Settle(FollowUpState.NotWanted, now);
        }

        // What is written already and waits to be sent, for example for another try, has had its time.
        var open =
            from talk in db.ConversationsOf(person)
            join message in db.OpenOutboxMessages on talk equals message.ConversationId
            select message;
        foreach (var message in (await open.ToListAsync(cancellationToken)).Where(message => classes.Contains(message.Class)))
        {
            db.Entry(message).Property(of => of.ExpiresAt).CurrentValue = now;
        }
    }

    private void Add(MessageClass[] classes, bool given, string words, ConsentWay way)
    {
        foreach (var messageClass in classes)
        {
            db.Consents.Add(new Consent
            {
                ConversationId = conversation.Id,
                Class = messageClass,
                Given = given,
                At = time.GetUtcNow(),
                Way = way,
                Words = words.Length > LongestWords ? words[..LongestWords] : words,
            });
        }
    }
}
