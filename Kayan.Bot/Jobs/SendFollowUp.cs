using System.Globalization;
using Hangfire;
using Kayan.Bot.Dialogs;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Jobs;

/// <summary>
/// Hands one follow-up to the person's conversation, whose turn writes the message and settles the row. The event in the inbox is named
/// for the follow-up and the time at which it was due, so that of two jobs one wins; if no turn settles it, it is due again later.
/// </summary>
internal sealed partial class SendFollowUp(
    KayanDbContext db,
    FollowUpJudge judge,
    Inbox inbox,
    WriteQueue writes,
    DatabaseProvider provider,
    FollowUpSignal signal,
    QuietHours quiet,
    IOptions<FollowUpOptions> options,
    TimeProvider time,
    ILogger<SendFollowUp> logger)
{
    private const string Source = "followup";

    /// <summary>Does nothing where the follow-up is settled, not due any more, or it is not the hour for its kind.</summary>
    [AutomaticRetry(Attempts = 2, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public async Task RunAsync(long followUpId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var followUp = await db.FollowUps.FirstOrDefaultAsync(f => f.Id == followUpId, cancellationToken);
        if (followUp is not { State: FollowUpState.Pending } || followUp.DueAt > now || !quiet.KindsAt(now).Contains(followUp.Kind))
        {
            return;
        }

        var verdict = await judge.JudgeAsync(followUp, now, cancellationToken);
        try
        {
            await ApplyAsync(followUp, verdict, now, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            LogOvertaken(followUpId);
            return;
        }
        catch (DbUpdateException failure) when (provider.IsDuplicate(failure))
        {
            // The same job elsewhere, or the person's first message at this moment; the row is due again if it was not the former.
            LogOvertaken(followUpId);
            return;
        }

        if (await NextAsync(followUp.RequestId, now, cancellationToken) is { } next)
        {
            signal.Raise(next);
        }
    }

    private async Task ApplyAsync(FollowUp followUp, FollowUpVerdict verdict, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Conversation? conversation = null;
        switch (verdict)
        {
            case FollowUpVerdict.Send(var address):
                conversation = await ConversationAsync(address, now, cancellationToken);
                inbox.Add(db, Source, EventId(followUp), conversation, Due(followUp));
                followUp.Defer(now + options.Value.TurnWithin);
                break;
            case FollowUpVerdict.Later(var at):
                followUp.Defer(at);
                break;
            case FollowUpVerdict.Never(var state):
                followUp.Settle(state, now);
                break;
        }

        await writes.SaveChangesAsync(db, cancellationToken);
        LogJudged(followUp.Id, verdict.GetType().Name);
        if (conversation is not null)
        {
            inbox.Announce(conversation.Id);
        }
    }

    private async Task<Conversation> ConversationAsync(Address address, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var channel = address.OnWhatsApp ? ChannelKind.WhatsApp : ChannelKind.Sms;
        var userId = address.Kind == AddressKind.WhatsAppUser ? address.Value : null;
        var known = userId is null ? null : await db.Conversations.FirstOrDefaultAsync(c => c.ExternalUserId == userId, cancellationToken);
        known ??= await db.Conversations.FirstOrDefaultAsync(c => c.Channel == channel && c.Address == address.Value, cancellationToken);
        return known ?? db.Conversations.Add(
            new Conversation { Channel = channel, Address = address.Value, ExternalUserId = userId, CreatedAt = now }).Entity;
    }

    /// <summary>The person's next follow-up that is due and may go: one after the other, in the order of the plan.</summary>
    private Task<long?> NextAsync(long requestId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kinds = quiet.KindsAt(now);
        return db.FollowUps
            .Where(f => f.State == FollowUpState.Pending && f.DueAt <= now && kinds.Contains(f.Kind))
            .Where(f => db.Requests.Any(r => r.Id == f.RequestId
                && db.Requests.Any(same => same.Id == requestId && same.PersonId == r.PersonId)))
            .OrderBy(f => f.DueAt).ThenBy(f => f.Id)
            .Select(f => (long?)f.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private static string EventId(FollowUp followUp) =>
        string.Create(CultureInfo.InvariantCulture, $"{followUp.Id}@{followUp.DueAt.ToUnixTimeMilliseconds()}");

    private static Activity Due(FollowUp followUp) => new()
    {
        Type = ActivityTypes.Event,
        Name = BotEvents.FollowUpDue,
        Value = followUp.Id.ToString(CultureInfo.InvariantCulture),
    };

    [LoggerMessage(LogLevel.Information, "Follow-up {FollowUpId}: {Verdict}.")]
    private partial void LogJudged(long followUpId, string verdict);

    [LoggerMessage(LogLevel.Information, "Follow-up {FollowUpId} was settled elsewhere at the same moment.")]
    private partial void LogOvertaken(long followUpId);
}
