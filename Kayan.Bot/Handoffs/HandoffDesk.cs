using System.Globalization;
using Kayan.Bot.Dialogs;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Handoffs;

/// <summary>
/// What a worker does with a conversation: take it, write in it, give it back to the bot. One owner at a time, held by the
/// row's version: whoever comes second is told. An absent conversation and one without a handoff look alike.
/// </summary>
internal sealed class HandoffDesk(
    KayanDbContext db, WriteQueue writes, Inbox inbox, Outbox outbox, ConversationFeed feed, TimeProvider time)
{
    /// <summary>What Twilio takes as one message.</summary>
    public const int LongestText = 1600;

    public const int LongestOutcome = 500;

    public async Task<TakeOutcome> TakeAsync(long conversationId, long workerId, CancellationToken cancellationToken)
    {
        var handoff = await OpenAsync(conversationId, cancellationToken);
        if (handoff is null)
        {
            return TakeOutcome.NotWaiting;
        }

        if (handoff.State == HandoffState.Human)
        {
            return handoff.OwnerId == workerId ? TakeOutcome.Taken : TakeOutcome.SomebodyElses;
        }

        handoff.Take(workerId, time.GetUtcNow());
        if (!await TrySaveAsync(cancellationToken))
        {
            db.ChangeTracker.Clear();
            return await OpenAsync(conversationId, cancellationToken) switch
            {
                null => TakeOutcome.NotWaiting,
                { OwnerId: var owner } => owner == workerId ? TakeOutcome.Taken : TakeOutcome.SomebodyElses,
            };
        }

        feed.Publish(conversationId);
        return TakeOutcome.Taken;
    }

    public async Task<WriteOutcome> WriteAsync(long conversationId, Worker worker, string? text, CancellationToken cancellationToken)
    {
        var words = text?.Trim() ?? string.Empty;
        if (words.Length is 0 or > LongestText)
        {
            return words.Length == 0 ? WriteOutcome.Empty : WriteOutcome.TooLong;
        }

        if (await OwnedAsync(conversationId, worker.Id, cancellationToken) is not { } handoff)
        {
            return WriteOutcome.NotYours;
        }

        var conversation = await db.Conversations.SingleAsync(c => c.Id == conversationId, cancellationToken);
        if (!SessionWindow.IsOpen(conversation, time.GetUtcNow()))
        {
            return WriteOutcome.WindowClosed;
        }

        if (conversation.Channel == ChannelKind.Sms && SmsSegments.Of(words).Count > SmsSegments.MostParts)
        {
            return WriteOutcome.TooLong;
        }

        var activity = MessageFactory.Text(words);
        activity.From = new ChannelAccount("staff", worker.Name, RoleTypes.Bot);
        outbox.Add(db, conversation, activity, Author.Worker, MessageClass.Reply, worker.Id);

        // The message is only committed while the handoff is still what was read: its version goes into the same transaction.
        db.Entry(handoff).Property(h => h.Version).IsModified = true;
        if (!await TrySaveAsync(cancellationToken))
        {
            return WriteOutcome.NotYours;
        }

        outbox.Announce(conversationId);
        return WriteOutcome.Written;
    }

    public async Task<GiveBackOutcome> GiveBackAsync(
        long conversationId, long workerId, string? outcome, CancellationToken cancellationToken)
    {
        var words = outcome?.Trim() ?? string.Empty;
        if (words.Length is 0 or > LongestOutcome)
        {
            return GiveBackOutcome.NoOutcome;
        }

        if (await OwnedAsync(conversationId, workerId, cancellationToken) is not { } handoff)
        {
            return GiveBackOutcome.NotYours;
        }

        var conversation = await db.Conversations.SingleAsync(c => c.Id == conversationId, cancellationToken);
        handoff.GiveBack(workerId, words, time.GetUtcNow());
        inbox.Add(db, "console", string.Create(CultureInfo.InvariantCulture, $"returned-{handoff.Id}"), conversation, Returned());
        if (!await TrySaveAsync(cancellationToken))
        {
            return GiveBackOutcome.NotYours;
        }

        inbox.Announce(conversationId);
        feed.Publish(conversationId);
        return GiveBackOutcome.GivenBack;
    }

    private static Activity Returned() => new(ActivityTypes.Event) { Name = BotEvents.HandoffReturned };

    private Task<Handoff?> OpenAsync(long conversationId, CancellationToken cancellationToken) =>
        db.OpenHandoffs.SingleOrDefaultAsync(h => h.ConversationId == conversationId, cancellationToken);

    private Task<Handoff?> OwnedAsync(long conversationId, long workerId, CancellationToken cancellationToken) =>
        db.Handoffs.SingleOrDefaultAsync(
            h => h.ConversationId == conversationId && h.State == HandoffState.Human && h.OwnerId == workerId, cancellationToken);

    private async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await writes.SaveChangesAsync(db, cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
