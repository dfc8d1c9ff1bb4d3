using System.Globalization;
using System.Security.Cryptography;
using Hangfire;
using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Dialogs;
using Kayan.Bot.Dialogs.Documents;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Files;

/// <summary>
/// Fetches one file. The row is claimed for as long as a try may take and settled once, so that of two jobs one does the work, and a
/// crash only puts the file off.
/// </summary>
internal sealed partial class FetchFile(
    KayanDbContext db,
    TwilioMedia media,
    WriteQueue writes,
    DatabaseProvider provider,
    Inbox inbox,
    ConversationFeed feed,
    IOptions<MediaOptions> options,
    TimeProvider time,
    ILogger<FetchFile> logger)
{
    /// <summary>A queue of its own: slow files hold up no notice.</summary>
    public const string Queue = "files";

    private const string Source = "file";

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(4);

    /// <summary>Does nothing where the file does not wait, or is not due.</summary>
    [Queue(Queue)]
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public async Task RunAsync(Guid fileId, CancellationToken cancellationToken)
    {
        if (!await ClaimAsync(fileId, cancellationToken))
        {
            return;
        }

        var file = await db.Files.AsNoTracking().Where(f => f.Id == fileId)
            .Select(f => new Claimed(f.Id, f.Source!, f.Attempts, f.Message!.ConversationId)).SingleAsync(cancellationToken);
        var outcome = await media.FetchAsync(file.Source, cancellationToken);
        await SettleAsync(file, outcome, cancellationToken);
        LogTried(fileId, outcome.GetType().Name, file.Attempts);
        feed.Publish(file.ConversationId);
    }

    private async Task<bool> ClaimAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var until = now + options.Value.Within + TimeSpan.FromMinutes(1);
        return await writes.RunAsync(
            batch => batch.Execute(
                "UPDATE Files SET Attempts = Attempts + 1, DueAt = @p1 WHERE Id = @p0 AND State = 'Waiting' AND DueAt <= @p2",
                id, until, now),
            cancellationToken) == 1;
    }

    private Task SettleAsync(Claimed file, FetchOutcome outcome, CancellationToken cancellationToken) => outcome switch
    {
        FetchOutcome.Fetched(var content, var name) when ReceivedFile.Fetched(file.Id, name, content) is { } taken => StoreAsync(taken, cancellationToken),
        FetchOutcome.Fetched => RefuseAsync(file, FileRefusal.KindNotTaken, cancellationToken),
        FetchOutcome.Refused(var reason) => RefuseAsync(file, reason, cancellationToken),
        FetchOutcome.Retry(_, var reason) when file.Attempts >= options.Value.Attempts => RefuseAsync(file, reason, cancellationToken),
        FetchOutcome.Retry(var after, _) => PutOffAsync(file, after, cancellationToken),
        _ => throw new InvalidOperationException("No such outcome."),
    };

    private Task<int> StoreAsync(ReceivedFile file, CancellationToken cancellationToken) => writes.RunAsync(
        batch => batch.Execute(
            "UPDATE Files SET State = 'Stored', DueAt = NULL, Name = @p1, ContentType = @p2, Content = @p3 WHERE Id = @p0 AND State = 'Waiting'",
            file.Id, file.Name, file.ContentType, file.Content),
        cancellationToken);

    private Task<int> PutOffAsync(Claimed file, TimeSpan? after, CancellationToken cancellationToken)
    {
        var wait = options.Value.Retry * Math.Pow(4, file.Attempts - 1);
        wait = wait > LongestWait ? LongestWait : wait;
        wait = after > wait ? (after > LongestWait ? LongestWait : after.Value) : wait;
        var due = time.GetUtcNow() + (wait * (1 + (RandomNumberGenerator.GetInt32(20) / 100.0)));
        return writes.RunAsync(
            batch => batch.Execute(
                "UPDATE Files SET DueAt = @p1 WHERE Id = @p0 AND State = 'Waiting'", file.Id, due),
            cancellationToken);
    }

    /// <summary>The person hears of it in a turn, and what the file was taken for is missing again: with the refusal or not at all.</summary>
    private async Task RefuseAsync(Claimed claimed, FileRefusal reason, CancellationToken cancellationToken)
    {
        var file = await db.Files.Include(f => f.Message!.Conversation).SingleAsync(f => f.Id == claimed.Id, cancellationToken);
        var announced = file.ContentType;
        if (!file.Refuse(reason))
        {
            return;
        }

        await MissAgainAsync(file.Id, cancellationToken);
        if (Attached.IsTaken(announced))
        {
            inbox.Add(db, Source, file.Id.ToString("N", CultureInfo.InvariantCulture), file.Message!.Conversation!, Refusal(reason));
        }

        try
        {
            await writes.SaveChangesAsync(db, cancellationToken);
            inbox.Announce(claimed.ConversationId);
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || provider.IsDuplicate(failure))
        {
            LogSettledElsewhere(claimed.Id);
        }
    }

    private async Task MissAgainAsync(Guid fileId, CancellationToken cancellationToken)
    {
        foreach (var paper in await db.Requirements.Include(r => r.Documents)
            .Where(r => r.Documents.Any(d => d.FileId == fileId)).ToListAsync(cancellationToken))
        {
            paper.TakeBack(fileId);
        }
    }

    private static Activity Refusal(FileRefusal reason) => new()
    {
        Type = ActivityTypes.Event,
        Name = BotEvents.FileRefused,
        Value = reason switch
        {
            FileRefusal.KindNotTaken => BotEvents.FileKindNotTaken,
            FileRefusal.TooLarge => BotEvents.FileTooLarge,
            _ => BotEvents.FileNotFetched,
        },
    };

    private sealed record Claimed(Guid Id, string Source, int Attempts, long ConversationId);

    [LoggerMessage(LogLevel.Information, "File {FileId}: {Outcome} at try {Attempt}.")]
    private partial void LogTried(Guid fileId, string outcome, int attempt);

    [LoggerMessage(LogLevel.Information, "File {FileId} was settled elsewhere at the same moment.")]
    private partial void LogSettledElsewhere(Guid fileId);
}
