using Kayan.Bot.Storage;

namespace Kayan.Bot.Tests.Harness;

/// <summary>A kind of database, as a type.</summary>
public interface IStorageKind
{
    static abstract string Name { get; }
}

public sealed class InSqlite : IStorageKind
{
    public static string Name => nameof(StorageProvider.Sqlite);
}

public sealed class InPostgreSql : IStorageKind
{
    public static string Name => nameof(StorageProvider.PostgreSql);
}

public sealed class InSqlServer : IStorageKind
{
    public static string Name => nameof(StorageProvider.SqlServer);
}

/// <summary>A class fixture whose services work on one kind of database.</summary>
public sealed class On<TFixture, TKind> : IAsyncLifetime
    where TFixture : IAsyncLifetime, new()
    where TKind : IStorageKind
{
    private static readonly StorageProvider Kind = Enum.Parse<StorageProvider>(TKind.Name);

    // Where the machine has no such database all tests are skipped; the fixture is made all the same.
    private static readonly bool IsThere = TestStorage.Absent(Kind) is null;

    public On()
    {
        TestStorage.Ambient = Kind;
        Fixture = IsThere ? new TFixture() : default!;
        TestStorage.Ambient = null;
    }

    public TFixture Fixture { get; }

    public async Task InitializeAsync()
    {
        TestStorage.Ambient = Kind; // for what starts from here: it is gone when this returns
        await (IsThere ? Fixture.InitializeAsync() : Task.CompletedTask);
    }

    public Task DisposeAsync() => IsThere ? Fixture.DisposeAsync() : Task.CompletedTask;
}
