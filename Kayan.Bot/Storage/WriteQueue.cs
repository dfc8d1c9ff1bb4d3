using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Threading.Channels;
using Kayan.Bot.Observability;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Storage;

/// <summary>
/// The one writer of this process. Units that arrive together share a transaction, so that the price of a disk flush is
/// split among them; each stands behind a savepoint, so that one unit's failure is its own. Where another process was in the way, each is
/// done again in a transaction of its own. A caller goes on only after the commit.
/// </summary>
internal sealed partial class WriteQueue : IDisposable
{
    private const int LargestBatch = 256;
    private const int Tries = 6;
    private static readonly TimeSpan LookAtClock = TimeSpan.FromMilliseconds(100);

    // Who brings a unit wakes the writer: were that left to the thread pool, it would wait behind the requests that are queued there.
    private readonly Channel<WriteUnit> _units = Channel.CreateBounded<WriteUnit>(
        new BoundedChannelOptions(8192) { SingleReader = true, AllowSynchronousContinuations = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly DatabaseProvider _provider;
    private readonly TimeSpan _patience;
    private readonly ILogger<WriteQueue> _logger;
    private readonly Thread _writer;

    // Patience is the same for all, so the oldest is always the first to run out of it: one clock serves them all.
    private readonly Queue<WriteUnit> _waiting = new();
    private readonly Timer _clock;

    private readonly ManualResetEventSlim _closing = new();
    private WriteBatch? _batch;
    private long _failedAt = long.MinValue;

    public WriteQueue(DatabaseProvider provider, IOptions<StorageOptions> options, ILogger<WriteQueue> logger)
    {
        (_provider, _logger) = (provider, logger);
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

    /// <summary>As <see cref="RunAsync{T}(Func{WriteBatch, T}, CancellationToken)"/> for work that only an outage or another process can fail: it saves the savepoint.</summary>
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
            // The unit may have to be done again: only with the commit its changes are no longer to be made.
            var rows = db.SaveChanges(acceptAllChangesOnSuccess: false);
            batch.WhenCommitted(db.ChangeTracker.AcceptAllChanges);
            return rows;
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
        _closing.Set();
        _writer.Join(TimeSpan.FromSeconds(10));
        _closing.Dispose();
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

            units.ForEach(unit => unit.Complete(failure));
            units.Clear();
            LookAtWaiting();
        }
    }

    private StorageUnavailableException? Commit(List<WriteUnit> units)
    {
        units.RemoveAll(unit => !unit.TryTake());
        try
        {
            _batch ??= new WriteBatch(_provider);
            try
            {
                CommitTogether(_batch, units);
            }
            catch (Exception failure) when (_provider.IsShared && !IsOutage(_batch, failure))
            {
                // Another process was in the way of one of them.
                units.ForEach(unit => CommitAlone(_batch, unit));
            }

            return null;
        }
        catch (Exception failure)
        {
            Volatile.Write(ref _failedAt, Environment.TickCount64);
            Measures.WriteFailed();
            LogUnavailable(failure.GetType().Name, (failure as DbException)?.ErrorCode ?? 0);
            _batch?.Dispose();
            _batch = null;
            return new StorageUnavailableException(failure);
        }
    }

    private static void CommitTogether(WriteBatch batch, List<WriteUnit> units)
    {
        foreach (var (unit, failure, actions) in Commit(batch, units))
        {
            unit.Complete(failure ?? Do(actions));
        }
    }

    private static List<(WriteUnit Unit, Exception? Failure, List<Action>? Actions)> Commit(WriteBatch batch, List<WriteUnit> units)
    {
        batch.Begin();
        try
        {
            var runs = units.ConvertAll(unit => (unit, Run(batch, unit), batch.TakeActions()));
            batch.Commit();
            return runs;
        }
        catch
        {
            batch.Rollback();
            throw;
        }
    }

    /// <summary>What a unit wants done after the commit; what fails in it is that caller's alone.</summary>
    private static Exception? Do(List<Action>? actions)
    {
        try
        {
            actions?.ForEach(action => action());
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    /// <summary>Runs a unit and gives the failure that is its own.</summary>
    private static Exception? Run(WriteBatch batch, WriteUnit unit)
    {
        if (!unit.Guarded)
        {
            unit.Run(batch);
            return null;
        }

        return batch.RunBehindSavepoint(() => unit.Run(batch));
    }

    private void CommitAlone(WriteBatch batch, WriteUnit unit)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                CommitTogether(batch, [unit]);
                return;
            }
            catch (Exception failure) when (_provider.IsConflict(failure) && attempt < Tries)
            {
                _closing.Wait(RandomNumberGenerator.GetInt32(1, 10 * attempt)); // so that two processes do not meet in step again
            }
            catch (Exception failure) when (!IsOutage(batch, failure))
            {
                unit.Complete(_provider.IsConflict(failure) ? new StorageUnavailableException(failure) : failure);
                return;
            }
        }
    }

    private bool IsOutage(WriteBatch batch, Exception failure) =>
        _provider.IsOutage(failure) || batch.Connection.State != ConnectionState.Open;

    [LoggerMessage(LogLevel.Error, "The database did not take a group commit: {Kind} {Code}.")]
    private partial void LogUnavailable(string kind, int code);
}
