using Kayan.Bot.Storage;
using Kayan.Bot.Storage.Providers.PostgreSql;
using Kayan.Bot.Storage.Providers.Sqlite;
using Kayan.Bot.Storage.Providers.SqlServer;

namespace Kayan.Bot.Tests.Harness;

/// <summary>
/// A database of one's own for a test, on each kind of server that the machine has. Most tests take the default, SQLite, or what
/// KAYAN_TEST_STORAGE names.
/// </summary>
internal abstract class TestStorage : IDisposable
{
    private static readonly AsyncLocal<StorageProvider?> Current = new();

    private static readonly StorageProvider Named =
        Enum.TryParse<StorageProvider>(Environment.GetEnvironmentVariable("KAYAN_TEST_STORAGE"), out var named) ? named : StorageProvider.Sqlite;

    public static StorageProvider Default => Current.Value ?? Named;

    /// <summary>The kind for what the caller starts.</summary>
    public static StorageProvider? Ambient
    {
        set => Current.Value = value;
    }

    public abstract StorageProvider Provider { get; }

    public abstract string ConnectionString { get; }

    /// <summary>A database of one's own, in <paramref name="folder"/> or one of its own where it is a file. Unless it is asked for <paramref name="empty"/> it may hold our tables.</summary>
    public static TestStorage Create(StorageProvider provider, string? folder = null, bool empty = false) => provider switch
    {
        StorageProvider.PostgreSql => new PostgreSqlStorage(empty),
        StorageProvider.SqlServer => new SqlServerStorage(),
        _ => new SqliteStorage(folder),
    };

    /// <summary>Why this machine cannot run a test on that kind of database; null where it can.</summary>
    public static string? Absent(StorageProvider provider) => provider switch
    {
        StorageProvider.PostgreSql => Prerequisite.SkipWithoutPostgreSql,
        StorageProvider.SqlServer => SqlServerStorage.Server is null ? "needs a SQL Server, its connection string in KAYAN_TEST_SQLSERVER" : null,
        _ => null,
    };

    /// <summary>What the service makes of it, with a further setting of the connection where one is wanted.</summary>
    public DatabaseProvider CreateProvider(string? setting = null)
    {
        var connectionString = setting is null ? ConnectionString : $"{ConnectionString};{setting}";
        return Provider switch
        {
            StorageProvider.PostgreSql => PostgreSqlProvider.Create(connectionString),
            StorageProvider.SqlServer => SqlServerProvider.Create(connectionString),
            _ => new SqliteProvider { ConnectionString = connectionString },
        };
    }

    public abstract void Dispose();

    private sealed class SqliteStorage(string? folder) : TestStorage
    {
        private readonly DirectoryInfo? _own = folder is null ? Directory.CreateTempSubdirectory("kayan-sqlite-") : null;

        public override StorageProvider Provider => StorageProvider.Sqlite;

        public override string ConnectionString => $"Data Source={Path.Combine(folder ?? _own!.FullName, "kayan.db")}";

        public override void Dispose()
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            _own?.Delete(recursive: true);
        }
    }
}
