using Kayan.Bot.Storage;
using Kayan.Bot.Storage.Providers.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Tests.Storage;

public sealed class WriteQueueTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kayan-queue-");
    private readonly CountingFactory _connections;
    private readonly WriteQueue _queue;

    public WriteQueueTests()
    {
        var connectionString = $"Data Source={Path.Combine(_folder.FullName, "queue.db")};Default Timeout=1";
        _connections = new CountingFactory(new SqliteWriterConnectionFactory(connectionString));
        using (var connection = _connections.Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE Things (Id INTEGER PRIMARY KEY, Name TEXT UNIQUE)";
            command.ExecuteNonQuery();
        }

        _queue = new WriteQueue(
            _connections,
            Options.Create(new StorageOptions { WritePatience = TimeSpan.FromSeconds(3) }),
            NullLogger<WriteQueue>.Instance);
    }

    [Fact]
    public async Task Units_ThatArriveTogether_ShareOneTransaction()
    {
        using var gate = new ManualResetEventSlim();
        var first = _queue.RunAsync(_ => { gate.Wait(); return 0; }, default);
        var others = Enumerable.Range(0, 50).Select(i => InsertAsync($"n{i}")).ToList();
        gate.Set();
        await Task.WhenAll([first, .. others]);

        Assert.Equal(50L, await CountAsync());
        Assert.InRange(_connections.Transactions, 2, 4);
    }

    [Fact]
    public async Task Unit_ThatFails_TakesNoOtherWithIt()
    {
        using var gate = new ManualResetEventSlim();
        var first = _queue.RunAsync(_ => { gate.Wait(); return 0; }, default);
        var good = InsertAsync("a");
        var bad = _queue.RunAsync<int>(
            batch =>
            {
                batch.Execute("INSERT INTO Things (Name) VALUES (@p0)", "half");
                throw new InvalidOperationException("on purpose");
            },
            default);
        var twice = InsertAsync("a");
        var alsoGood = InsertAsync("b");
        gate.Set();
        await Task.WhenAll(first, good, alsoGood);

        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        await Assert.ThrowsAsync<SqliteException>(() => twice);
        Assert.Equal(2L, await CountAsync());
    }

    [Fact]
    public async Task Write_WhileAnotherProcessHoldsTheLock_IsRefusedAndLaterWorks()
    {
        using (var other = _connections.Open())
        {
            using var transaction = _connections.Begin(other);
            await Assert.ThrowsAsync<StorageUnavailableException>(() => InsertAsync("a"));
            transaction.Rollback();
        }

        Assert.Equal(0L, await CountAsync());
        await InsertAsync("a");
        Assert.Equal(1L, await CountAsync());
    }

    public void Dispose()
    {
        _queue.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private Task<int> InsertAsync(string name) =>
        _queue.RunAsync(batch => batch.Execute("INSERT INTO Things (Name) VALUES (@p0)", name), default);

    private Task<long> CountAsync() => _queue.RunAsync(batch => (long)batch.Scalar("SELECT COUNT(*) FROM Things")!, default);

    private sealed class CountingFactory(IWriterConnectionFactory inner) : IWriterConnectionFactory
    {
        public int Transactions { get; private set; }

        public System.Data.Common.DbConnection Open() => inner.Open();

        public System.Data.Common.DbTransaction Begin(System.Data.Common.DbConnection connection)
        {
            Transactions++;
            return inner.Begin(connection);
        }

        public long Insert(System.Data.Common.DbCommand insert) => inner.Insert(insert);

        public bool IsOutage(Exception failure) => inner.IsOutage(failure);

        public bool IsDuplicate(Exception failure) => inner.IsDuplicate(failure);
    }
}
