using Kayan.Bot.Dialogs;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Observability;
using Kayan.Bot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Pipeline;

/// <summary>
/// Handles one message: runs the bot on what was read, then commits all that it changed in one transaction. A turn has no
/// other effect, so it can be run again after any crash.
/// </summary>
internal sealed partial class TurnRunner(
    IServiceScopeFactory scopes,
    WriteQueue writes,
    Outbox outbox,
    IOptions<PipelineOptions> options,
    TimeProvider time,
    ILogger<TurnRunner> logger)
{
    /// <summary>Handles the message and gives the conversation's next one, or null when there is none for the moment.</summary>
    public async Task<PendingTurn?> RunAsync(PendingTurn turn, CancellationToken stopping)
    {
        using var measured = Measures.Turn();
        using var span = Spans.Turn(turn.MessageId, turn.TraceParent);
        turn = span is null ? turn : turn with { TraceParent = Spans.Context };
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var said = StaysSilent(turn) ? [] : await SpeakAsync(scope.ServiceProvider, turn, stopping);
            return await CommitAsync(scope.ServiceProvider, turn, said, stopping);
        }
        catch (TurnOvertakenException)
        {
            LogOvertaken(turn.ConversationId, turn.MessageId);
            return await writes.RunAsync(batch => Postpone(batch, turn), stopping);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StorageUnavailableException))
        {
            LogFailed(failure.GetType().Name, turn.ConversationId, turn.MessageId, turn.Attempts + 1);
            LogFailureDetail(failure.StackTrace);
            return await writes.RunAsync(batch => Postpone(batch, turn), stopping);
        }
    }

    /// <summary>
    /// A human has the conversation: then the bot says nothing. Only the word that stops our messages or lets them come again is kept and
    /// confirmed at any time, because what it stops is the service's own.
    /// </summary>
    private static bool StaysSilent(PendingTurn turn) =>
        turn is { Handoff: HandoffState.Human, Author: Author.Person } && !InterruptibleDialog.IsAboutConsent(ActivityJson.Read(turn.Activity));

    private static async Task<IReadOnlyList<Activity>> SpeakAsync(IServiceProvider services, PendingTurn turn, CancellationToken stopping)
    {
        var current = services.GetRequiredService<CurrentConversation>();
        (current.Id, current.Channel, current.Language) = (turn.ConversationId, turn.Channel, turn.Language);
        (current.PersonId, current.Gender, current.Handoff) = (turn.PersonId, turn.Gender, turn.Handoff);
        current.WhatsAppUserId = turn is { Channel: ChannelKind.WhatsApp, Address: not ['+', ..] } ? turn.Address : null;
        services.GetRequiredService<TurnState>().Load(turn.State);
        var adapter = new BufferingAdapter();
        await adapter.RunAsync(Incoming(turn), services.GetRequiredService<IBot>(), stopping);
        return adapter.Sent;
    }

    private static Activity Incoming(PendingTurn turn)
    {
        var activity = ActivityJson.Read(turn.Activity);
        activity.Id = TurnCommit.ActivityId(turn.MessageId);
        activity.ChannelId = TurnCommit.ChannelId(turn.Channel);
        activity.Timestamp = turn.At;
        activity.Locale = turn.Language == "en" ? "en-US" : "ar-SA";
        activity.ServiceUrl ??= "urn:kayan";
        activity.Conversation = new ConversationAccount(id: TurnCommit.ActivityId(turn.ConversationId));
        activity.From = new ChannelAccount(turn.Address, role: RoleTypes.User);
        activity.Recipient = new ChannelAccount("kayan", role: RoleTypes.Bot);
        return activity;
    }

    private async Task<PendingTurn?> CommitAsync(IServiceProvider services, PendingTurn turn, IReadOnlyList<Activity> said, CancellationToken stopping)
    {
        var commit = new TurnCommit(
            turn,
            said.Select(activity => (activity, ActivityJson.Write(activity))).ToList(),
            services.GetRequiredService<TurnState>(),
            services.GetRequiredService<CurrentConversation>(),
            services.GetRequiredService<KayanDbContext>(),
            time.GetUtcNow(),
            options.Value.Lease);
        var next = await writes.RunAsync(commit.Run, stopping);
        outbox.Announce(turn.ConversationId);
        foreach (var other in commit.OtherConversations)
        {
            outbox.Announce(other);
        }

        return next;
    }

    private PendingTurn? Postpone(WriteBatch batch, PendingTurn turn)
    {
        var now = time.GetUtcNow();
        if (!TurnClaim.Holds(batch, turn.ConversationId, turn.LeaseToken))
        {
            return null;
        }

        if (turn.Attempts + 1 >= options.Value.TurnAttempts)
        {
            FailedTurn.GiveToHuman(batch, turn, now);
        }
        else
        {
            batch.Execute(
                "UPDATE InboxMessages SET Attempts = Attempts + 1, RetryAt = @p1 WHERE MessageId = @p0 AND HandledAt IS NULL",
                turn.MessageId, now.AddSeconds(turn.Attempts + 1));
        }

        return TurnClaim.NextOrRelease(batch, turn.ConversationId, turn.LeaseToken, now, options.Value.Lease);
    }

    [LoggerMessage(LogLevel.Information, "Turn of conversation {ConversationId} for message {MessageId} was overtaken; nothing was changed.")]
    private partial void LogOvertaken(long conversationId, long messageId);

    [LoggerMessage(LogLevel.Error, "Turn failed with {Kind} in conversation {ConversationId} for message {MessageId}, attempt {Attempt}.")]
    private partial void LogFailed(string kind, long conversationId, long messageId, int attempt);

    [LoggerMessage(LogLevel.Error, "Where the turn failed: {Stack}")]
    private partial void LogFailureDetail(string? stack);
}
