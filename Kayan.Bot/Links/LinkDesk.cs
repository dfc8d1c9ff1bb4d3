using Kayan.Bot.Dialogs;
using Kayan.Bot.Dialogs.Consent;
using Kayan.Bot.Dialogs.Ratings;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Links;

/// <summary>What can be done by a short link: the same as in the conversation whose message carried it, in one transaction each.</summary>
internal sealed class LinkDesk(
    KayanDbContext db,
    CurrentConversation conversation,
    IConsents consents,
    IRatings ratings,
    WriteQueue writes,
    DatabaseProvider provider,
    TimeProvider time)
{
    private const int Tries = 3;

    /// <summary>
    /// The link of a code, with its conversation as the current one; null where there is none, where its time is over, and where the number that
    /// it was sent to is no longer that of the person who made the request.
    /// </summary>
    public async Task<OpenLink?> OpenAsync(string code, CancellationToken cancellationToken)
    {
        if (!ShortLink.IsCode(code))
        {
            return null;
        }

        var now = time.GetUtcNow();
        var found = await (
            from link in db.ShortLinks
            where link.Code == code && link.ExpiresAt > now
            join talk in db.Conversations on link.ConversationId equals talk.Id
            from request in db.Requests
            where request.History.Any(entry => entry.Id == link.StageEntryId)
            join person in db.People on request.PersonId equals person.Id
            where person.Addresses.Any(address => address.Value == talk.Address || address.Value == talk.ExternalUserId)
            select new { link.Kind, link.StageEntryId, talk.Id, talk.Channel, talk.Language, PersonId = person.Id, person.Gender })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        (conversation.Id, conversation.Channel, conversation.Language) = (found.Id, found.Channel, found.Language);
        (conversation.PersonId, conversation.Gender) = (found.PersonId, found.Gender);
        return new OpenLink(code, found.Kind, found.StageEntryId, found.PersonId);
    }

    /// <summary>The rating as it stands.</summary>
    public async Task<RatingForm> ReadRatingAsync(OpenLink link, CancellationToken cancellationToken)
    {
        var stage = (await ratings.FindStageAsync(link.StageEntryId, cancellationToken))!;
        var rating = await db.StageRatings.AsNoTracking().SingleOrDefaultAsync(r => r.StageEntryId == link.StageEntryId, cancellationToken);
        return new RatingForm(stage.Number, stage.ServedBy, rating?.Service, rating?.Procedure, rating?.Server, rating?.Words);
    }

    /// <summary>Keeps the answers that are there.</summary>
    public Task RateAsync(OpenLink link, RatingForm form, CancellationToken cancellationToken) => SaveAsync(
        async () =>
        {
            var stage = (await ratings.FindStageAsync(link.StageEntryId, cancellationToken))!;
            await KeepAsync(stage, RatedPart.Service, form.Service, cancellationToken);
            await KeepAsync(stage, RatedPart.Procedure, form.Procedure, cancellationToken);
            await KeepAsync(stage, RatedPart.Server, form.Server, cancellationToken);
            await ratings.AddWordsAsync(stage, form.Words ?? string.Empty, cancellationToken);
        },
        cancellationToken);

    /// <summary>Whether the service may not write first to the person.</summary>
    public async Task<bool> IsStoppedAsync(OpenLink link, CancellationToken cancellationToken) => !ConsentLedger.Allows(
        MessageClass.Service, await db.LedgerOf(link.PersonId).AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>No more messages that the service starts by itself.</summary>
    /// <param name="words">What stands on the button.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task StopAsync(string words, CancellationToken cancellationToken) =>
        SaveAsync(() => consents.TakeBackAsync(words, ConsentWay.Link, cancellationToken), cancellationToken);

    /// <summary>The messages may come again.</summary>
    /// <param name="words">What stands on the button.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task StartAsync(string words, CancellationToken cancellationToken) =>
        SaveAsync(() => consents.GiveAsync(words, ConsentWay.Link, cancellationToken), cancellationToken);

    private Task KeepAsync(RatedStage stage, RatedPart part, int? stars, CancellationToken cancellationToken) =>
        stars is { } given ? ratings.RateAsync(stage, part, given, cancellationToken) : Task.CompletedTask;

    /// <summary>Where the conversation, or another page, has changed the same rows at this moment, it is done again on what they are now.</summary>
    private async Task SaveAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        for (var left = Tries; ; left--)
        {
            await change();
            try
            {
                await writes.SaveChangesAsync(db, cancellationToken);
                return;
            }
            catch (DbUpdateException failure) when (left > 1 && (failure is DbUpdateConcurrencyException || provider.IsDuplicate(failure)))
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
