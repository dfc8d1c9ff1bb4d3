using Hangfire;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Files;

/// <summary>Finds in our own rows the files that are to be fetched now: lost signals, tries that failed, and what a crash left.</summary>
internal sealed class FileSweep(KayanDbContext db, FileSignal signal, TimeProvider time)
{
    private const int AtOnce = 100;

    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await db.Files.Where(file => file.State == FileState.Waiting && file.DueAt <= now)
            .OrderBy(file => file.DueAt).Select(file => file.Id).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            signal.Raise(id);
        }
    }
}
