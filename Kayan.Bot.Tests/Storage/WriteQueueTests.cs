using System.Data.Common;
using System.Globalization;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Tests.Storage;

public sealed class WriteQueueTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kayan-queue-");
    private readonly List<IDisposable> _open = [];
    private DatabaseProvider _provider = null!;

    [StorageTheory, EachStorage]
    public async Task Units_ThatArriveTogether_ShareOneTransaction(string storage)
    {
        var queue = Open(storage);
        using var gate = new ManualResetEventSlim();
        var first = queue.RunAsync(batch => { gate.Wait(); return batch.Transaction; }, default);
        var others = Enumerable.Range(0, 50).Select(i => queue.RunAsync(batch => { Insert(batch, $"n{i}"); return batch.Transaction; }, default)).ToList();
        gate.Set();
        var transactions = await Task.WhenAll([first, .. others]);

        Assert.Equal(50, await CountAsync(queue));
        Assert.InRange(transactions.Distinct().Count(), 1, 3);
    }

    [StorageTheory, EachStorage]
    public async Task Unit_ThatFails_TakesNoOtherWithIt(string storage)
    {
        var queue = Open(storage);
        using var gate = new ManualResetEventSlim();
        var first = queue.RunAsync(_ => { gate.Wait(); return 0; }, default);
        var good = queue.RunAsync(batch => Insert(batch, "a"), default);
        var bad = queue.RunAsync<int>(
            batch =>
            {
                Insert(batch, "half");
                throw new InvalidOperationException("on purpose");
            },
            default);
        var twice = queue.RunAsync(batch => Insert(batch, "a"), default);
        var alsoGood = queue.RunAsync(batch => Insert(batch, "b"), default);
        gate.Set();
        await Task.WhenAll(first, good, alsoGood);

        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.True(_provider.IsDuplicate(await Assert.ThrowsAnyAsync<DbException>(() => twice)));
        Assert.Equal(2, await CountAsync(queue));
    }

    [StorageTheory, EachStorage]
    public async Task TrackedChanges_BesideAUnitThatFails_AreWrittenOnceWithTheirIds(string storage)
    {
        var queue = Open(storage);
        await using var db = _provider.CreateContext();
        var person = await TrackedAsync(db);
        using var gate = new ManualResetEventSlim();
        var first = queue.RunAsync(_ => { gate.Wait(); return 0; }, default);
        var tracked = queue.SaveChangesAsync(db, default);
        var bad = queue.RunAsync<int>(_ => throw new InvalidOperationException("on purpose"), default);
        gate.Set();
        await Task.WhenAll(first, tracked);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);

        Assert.False(db.ChangeTracker.HasChanges());
        await AssertStoredAsync(person);
    }

    [StorageTheory, EachStorage(Shared = true)]
    public async Task TrackedChanges_InAGroupThatIsDoneAgain_AreWrittenOnceWithTheirIds(string storage)
    {
        var queue = Open(storage);
        await using var db = _provider.CreateContext();
        var person = await TrackedAsync(db);
        using var gate = new ManualResetEventSlim();
        var runs = 0;
        var first = queue.RunAsync(_ => { gate.Wait(); return 0; }, default);
        var tracked = queue.SaveChangesAsync(db, default);
        var inTheWay = queue.RunUnguardedAsync(batch => ++runs == 1 ? throw new InvalidOperationException("on purpose") : Insert(batch, "a"), default);
        gate.Set();
        await Task.WhenAll(first, tracked, inTheWay);

        Assert.Equal((2, 1), (runs, await CountAsync(queue)));
        await AssertStoredAsync(person);
    }

    [StorageTheory, EachStorage(Shared = true)]
    public async Task Units_OfTwoProcessesThatBlockEachOther_BothSucceed(string storage)
    {
        var one = Open(storage);
        var two = Another();
        await one.RunAsync(batch => Insert(batch, "x") + Insert(batch, "y"), default);
        using var both = new Barrier(2);
        var turns = 0;

        await Task.WhenAll(
            one.RunAsync(batch => Touch(batch, "x", "y"), default),
            two.RunAsync(batch => Touch(batch, "y", "x"), default));

        Assert.Equal(4, await one.RunAsync(batch => Number(batch.Scalar("SELECT SUM(Times) FROM Things")), default));

        int Touch(WriteBatch batch, string first, string second)
        {
            var done = Add(batch, first);
            if (Interlocked.Increment(ref turns) <= 2)
            {
                both.SignalAndWait(); // each holds what the other wants
            }

            return done + Add(batch, second);
        }

        static int Add(WriteBatch batch, string name) => batch.Execute("UPDATE Things SET Times = Times + 1 WHERE Name = @p0", name);
    }

    [Fact]
    public async Task Write_WhileAnotherProcessHoldsTheLock_IsRefusedAndLaterWorks()
    {
        var queue = Open(nameof(StorageProvider.Sqlite), "Default Timeout=1");
        using (var other = _provider.Open())
        {
            using var transaction = _provider.Begin(other);
            await Assert.ThrowsAsync<StorageUnavailableException>(() => queue.RunAsync(batch => Insert(batch, "a"), default));
            transaction.Rollback();
        }

        Assert.Equal(0, await CountAsync(queue));
        await queue.RunAsync(batch => Insert(batch, "a"), default);
        Assert.Equal(1, await CountAsync(queue));
    }

    public void Dispose()
    {
        _open.Reverse();
        _open.ForEach(open => open.Dispose());
        _folder.Delete(recursive: true);
    }

    private WriteQueue Open(string storage, string? setting = null)
    {
        var database = TestStorage.Create(Enum.Parse<StorageProvider>(storage), _folder.FullName);
        _open.Add(database);
        _provider = database.CreateProvider(setting);
        using (var connection = _provider.Open())
        {
            connection.Execute("CREATE TABLE Things (Name VARCHAR(50) NOT NULL UNIQUE, Times INTEGER NOT NULL)");
        }

        return Another();
    }

    private WriteQueue Another()
    {
        var queue = new WriteQueue(_provider, Options.Create(new StorageOptions { WritePatience = TimeSpan.FromSeconds(3) }), NullLogger<WriteQueue>.Instance);
        _open.Add(queue);
        return queue;
    }

    /// <summary>A person with an address, to be saved.</summary>
    private static async Task<Person> TrackedAsync(KayanDbContext db)
    {
        await db.Database.MigrateAsync();
        var person = new Person { FullName = "منيرة" };
        person.Addresses.Add(new Address { Value = "+966500000001" });
        db.People.Add(person);
        return person;
    }

    private async Task AssertStoredAsync(Person person)
    {
        await using var other = _provider.CreateContext();
        var stored = await other.People.Include(p => p.Addresses).SingleAsync();
        Assert.Equal((person.Id, person.Addresses[0].Id), (stored.Id, stored.Addresses.Single().Id));
    }

    private static int Insert(WriteBatch batch, string name) => batch.Execute("INSERT INTO Things (Name, Times) VALUES (@p0, 0)", name);

    private static Task<int> CountAsync(WriteQueue queue) => queue.RunAsync(batch => Number(batch.Scalar("SELECT COUNT(*) FROM Things")), default);

    private static int Number(object? value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);
}
