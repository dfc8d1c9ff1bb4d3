using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Storage;

/// <summary>
/// The one writer of this process. Units that arrive together share a transaction, so that the price of a disk flush is
/// split among them; each stands behind a savepoint, so that one unit's failure is its own. A caller goes on only after
/// the commit.
/// </summary>
internal sealed partial class WriteQueue : IDisposable
{
    private const int LargestBatch = 256;
    private static readonly TimeSpan LookAtClock = TimeSpan.FromMilliseconds(100);

    private readonly Channel<WriteUnit> _units = Channel.CreateBounded<WriteUnit>(
        new BoundedChannelOptions(8192) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly IWriterConnectionFactory _connections;
    private readonly TimeSpan _patience;
    private readonly ILogger<WriteQueue> _logger;
    private readonly Thread _writer;

    // Patience is the same for all, so the oldest is always the first to run out of it: one clock serves them all.
    private readonly Queue<WriteUnit> _waiting = new();
    private readonly Timer _clock;

    private WriteBatch? _batch;
    private long _failedAt = long.MinValue;

    public WriteQueue(IWriterConnectionFactory connections, IOptions<StorageOptions> options, ILogger<WriteQueue> logger)
    {
        (_connections, _logger) = (connections, logger);
        _patience = options.Value.WritePatience;
        _clock = new Timer(_ => LookAtWaiting(), null, LookAtClock, LookAtClock);
        _writer = new Thread(Write) { IsBackground = true, Name = "Kayan writer" };
        _writer.Start();
    }

    /// <summary>Whether a group commit failed in the last so many milliseconds.</summary>
    public bool FailedWithin(int milliseconds) => Volatile.Read(ref _failedAt) > Environment.TickCount64 - milliseconds;

    /// <summary>Commits <paramref name="work"/> together with what else is waiting.</summary>
    /// <exception cref="StorageUnavailableException">Nothing was stored, or not within the patience of <see cref="StorageOptions"/>.</exception>
    public Task<T> RunAsync<T>(Func<WriteBatch, T> work, CancellationToken cancellationToken) =>
        RunAsync(new WriteUnit<T>(work), cancellationToken);

    /// <summary>As <see cref="RunAsync{T}(Func{WriteBatch, T}, CancellationToken)"/> for work that only an outage can fail: it saves the savepoint.</summary>
    public Task<T> RunUnguardedAsync<T>(Func<WriteBatch, T> work, CancellationToken cancellationToken) =>
        RunAsync(new WriteUnit<T>(work) { Guarded = false }, cancellationToken);

    private Task<T> RunAsync<T>(WriteUnit<T> unit, CancellationToken cancellationToken)
    {
        unit.Deadline = Environment.TickCount64 + (long)_patience.TotalMilliseconds;
        lock (_waiting)
        {
            _waiting.Enqueue(unit);
        }

        if (!_units.Writer.TryWrite(unit))
        {
            _ = WriteLaterAsync(unit);
        }

        return cancellationToken.CanBeCanceled ? CancellableAsync(unit, cancellationToken) : unit.Done;
    }

    /// <summary>The queue is full, or closed for good.</summary>
    private async Task WriteLaterAsync(WriteUnit unit)
    {
        try
        {
            await _units.Writer.WriteAsync(unit);
        }
        catch (ChannelClosedException failure)
        {
            unit.GiveUp(new StorageUnavailableException(failure));
        }
    }

    private static async Task<T> CancellableAsync<T>(WriteUnit<T> unit, CancellationToken cancellationToken)
    {
        await using var _ = cancellationToken.UnsafeRegister(
            static (waiting, token) => ((WriteUnit)waiting!).GiveUp(new OperationCanceledException(token)), unit);
        return await unit.Done;
    }

    /// <summary>Ends the patience of those who waited too long, and forgets those who wait no longer.</summary>
    private void LookAtWaiting()
    {
        var now = Environment.TickCount64;
        lock (_waiting)
        {
            while (_waiting.TryPeek(out var oldest) && (oldest.IsDone || oldest.Deadline <= now))
            {
                _waiting.Dequeue();
                if (!oldest.IsDone)
                {
                    oldest.GiveUp(new StorageUnavailableException(new TimeoutException()));
                }
            }
        }
    }

    /// <summary>Commits the tracked changes of <paramref name="db"/>.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed a row first; nothing was stored.</exception>
    /// <exception cref="StorageUnavailableException">Nothing was stored.</exception>
    public Task SaveChangesAsync(KayanDbContext db, CancellationToken cancellationToken) =>
        RunAsync(batch => SaveChanges(db, batch), cancellationToken);

    /// <summary>Writes the tracked changes of <paramref name="db"/> inside a unit that runs.</summary>
    public static int SaveChanges(KayanDbContext db, WriteBatch batch)
    {
        db.Database.AutoSavepointsEnabled = false;
        var connectionString = db.Database.GetConnectionString();
        db.Database.SetDbConnection(batch.Connection);
        db.Database.UseTransaction(batch.Transaction);
        try
        {
            return db.SaveChanges();
        }
        finally
        {
            db.Database.UseTransaction(null);
            db.Database.SetDbConnection(null);
            db.Database.SetConnectionString(connectionString);
        }
    }

    public void Dispose()
    {
        _units.Writer.TryComplete();
        _writer.Join(TimeSpan.FromSeconds(10));
        _clock.Dispose();
        _batch?.Dispose();
    }

    private void Write()
    {
        var units = new List<WriteUnit>(LargestBatch);
        while (_units.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (units.Count < LargestBatch && _units.Reader.TryRead(out var unit))
            {
                units.Add(unit);
            }

            var failure = Commit(units);
            if (failure is not null)
            {
                // What came meanwhile has waited as long: it is answered now, not after another time-out.
                while (_units.Reader.TryRead(out var unit))
                {
                    units.Add(unit);
                }
            }

            foreach (var unit in units)
            {
                unit.Complete(unit.Failure ?? failure);
            }

            units.Clear();
            LookAtWaiting();
        }
    }

    private StorageUnavailableException? Commit(List<WriteUnit> units)
    {
        try
        {
            _batch ??= new WriteBatch(_connections);
            using var transaction = _connections.Begin(_batch.Connection);
            _batch.Transaction = transaction;
            foreach (var unit in units)
            {
                if (!unit.TryTake())
                {
                    continue;
                }

                if (unit.Guarded)
                {
                    RunBehindSavepoint(unit, _batch);
                }
                else
                {
                    unit.Run(_batch);
                }
            }

            transaction.Commit();
            _batch.Transaction = null;
            return null;
        }
        catch (Exception failure)
        {
            Volatile.Write(ref _failedAt, Environment.TickCount64);
            LogUnavailable(failure.GetType().Name, (failure as System.Data.Common.DbException)?.ErrorCode ?? 0);
            _batch?.Dispose();
            _batch = null;
            return new StorageUnavailableException(failure);
        }
    }

    private void RunBehindSavepoint(WriteUnit unit, WriteBatch batch)
    {
        batch.Execute("SAVEPOINT unit");
        try
        {
            unit.Run(batch);
            batch.Execute("RELEASE unit");
        }
        catch (Exception failure) when (!_connections.IsOutage(failure))
        {
            unit.Failure = failure;
            batch.Execute("ROLLBACK TO unit");
            batch.Execute("RELEASE unit");
        }
    }

    [LoggerMessage(LogLevel.Error, "The database did not take a group commit: {Kind} {Code}.")]
    private partial void LogUnavailable(string kind, int code);
}
