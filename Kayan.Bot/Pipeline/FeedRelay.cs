using System.Collections.Concurrent;
using System.Globalization;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Pipeline;

/// <summary>
/// Carries the feed to the other processes on the database, so that a socket or a page on one node shows what was written on another.
/// A note that is lost costs nothing but a moment: whoever listens reads the case file itself, and looks every 20 seconds without being told.
/// </summary>
internal sealed partial class FeedRelay(
    ConversationFeed feed,
    DatabaseProvider provider,
    WriteQueue writes,
    IServiceScopeFactory scopes,
    IOptions<PipelineOptions> options,
    TimeProvider time,
    ILogger<FeedRelay> logger) : BackgroundService
{
    private const int CleanEvery = 100;

    // Ids are given before the commit, so that a smaller one may be seen later: so many notes are looked at again.
    private const int Overlap = 200;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly Guid _node = Guid.CreateVersion7();
    private readonly ConcurrentDictionary<long, byte> _changed = [];
    private readonly HashSet<long> _seen = [];
    private long _last;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!provider.IsShared)
        {
            return;
        }

        feed.CarryBy(id => _changed[id] = 0);
        using var timer = new PeriodicTimer(options.Value.Relay, time);
        for (var round = 0; await timer.WaitForNextTickAsync(stoppingToken); round++)
        {
            try
            {
                await TellAsync(stoppingToken);
                await HearAsync(stoppingToken);
                if (round % CleanEvery == 0)
                {
                    await writes.RunAsync(batch => batch.Execute("DELETE FROM FeedNotes WHERE At < @p0", time.GetUtcNow() - Kept), stoppingToken);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure.GetType().Name);
            }
        }
    }

    private async Task TellAsync(CancellationToken stopping)
    {
        var ids = _changed.Keys.ToList();
        if (ids.Count == 0)
        {
            return;
        }

        ids.ForEach(id => _changed.TryRemove(id, out _)); // before it is told: what changes from here on is told again
        var text = string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        await writes.RunAsync(
            batch => batch.Execute("INSERT INTO FeedNotes (Node, Conversations, At) VALUES (@p0, @p1, @p2)", _node, text, time.GetUtcNow()), stopping);
    }

    private async Task HearAsync(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KayanDbContext>();
        var since = _last - Overlap;
        var notes = await db.FeedNotes.AsNoTracking().Where(note => note.Id > since && note.Node != _node).OrderBy(note => note.Id).ToListAsync(stopping);
        foreach (var note in notes.Where(note => _seen.Add(note.Id)))
        {
            foreach (var id in note.Conversations.Split(','))
            {
                feed.PublishHere(long.Parse(id, CultureInfo.InvariantCulture));
            }

            _last = Math.Max(_last, note.Id);
        }

        _seen.RemoveWhere(id => id <= _last - Overlap);
    }

    [LoggerMessage(LogLevel.Warning, "Carrying the feed between processes failed with {Kind}.")]
    private partial void LogFailed(string kind);
}
