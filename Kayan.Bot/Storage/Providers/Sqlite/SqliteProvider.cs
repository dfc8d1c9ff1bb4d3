using System.Data;
using System.Data.Common;
using Hangfire;
using Hangfire.InMemory;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Kayan.Bot.Storage.Providers.Sqlite;

/// <summary>The embedded database, for one process: WAL, synchronous FULL, BEGIN IMMEDIATE.</summary>
internal sealed class SqliteProvider : ContextProvider<SqliteKayanDbContext>
{
    // https://sqlite.org/rescode.html
    private const int Busy = 5, Locked = 6, NoMemory = 7, ReadOnly = 8, Interrupt = 9, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    // https://sqlite.org/c3ref/c_config_covering_index_scan.html
    private const int ConfigMemoryStatistics = 9;

    private const int ConstraintPrimaryKey = 1555, ConstraintUnique = 2067;

    /// <summary>SQLite counts no memory: for each count all connections stand in one row. It can be told so only before the first.</summary>
    static SqliteProvider()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(ConfigMemoryStatistics, 0);
    }

    public override bool IsShared => false;

    protected override bool IsThere => System.IO.File.Exists(File);

    private string File => new SqliteConnectionStringBuilder(ConnectionString).DataSource;

    /// <summary>Fills in what the service needs, and makes the file's folder.</summary>
    public static SqliteProvider Create(string? connectionString, string contentRoot)
    {
        var sqlite = new SqliteConnectionStringBuilder(connectionString is { Length: > 0 } ? connectionString : "Data Source=data/kayan.db");
        sqlite.DataSource = Path.GetFullPath(sqlite.DataSource, contentRoot);
        sqlite.DefaultTimeout = 3;
        sqlite.ForeignKeys = true;
        Directory.CreateDirectory(Path.GetDirectoryName(sqlite.DataSource)!);
        return new SqliteProvider { ConnectionString = sqlite.ConnectionString };
    }

    public override JobStorage CreateJobStorage() => new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(6) });

    /// <remarks>Where a commit has split a page, SQLite goes through its whole cache: a larger one costs more than it spares.</remarks>
    public override DbConnection Open() => Opened(
        OfItsOwn(),
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 10000; PRAGMA cache_size = -8000;");

    public override DbTransaction Begin(DbConnection connection) =>
        ((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: false);

    public override string TranslateInsert(string sql) => sql;

    /// <remarks>RETURNING costs SQLite a table of its own in memory each time, a SELECT one more statement; this costs nothing.</remarks>
    public override long Insert(DbCommand insert)
    {
        insert.ExecuteNonQuery();
        return raw.sqlite3_last_insert_rowid(((SqliteConnection)insert.Connection!).Handle);
    }

    public override object Value(object? value) => value is DateTimeOffset instant ? instant.ToUnixTimeMilliseconds() : value ?? DBNull.Value;

    public override DateTimeOffset Instant(DbDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    /// <summary>A lock of the operating system on a file beside the database: it goes away with the process, however that ends.</summary>
    public override async Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(File + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (Directory.Exists(Path.GetDirectoryName(File)))
            {
                await Task.Delay(100, cancellationToken);
            }
        }
    }

    // Entity Framework keeps its lock in a table, where a process that was killed leaves it for ever.
    public override void FreeMigrations()
    {
        using var connection = Open();
        Execute(connection, "DROP TABLE IF EXISTS __EFMigrationsLock");
    }

    protected override void Use(DbContextOptionsBuilder options) => options.UseSqlite(ConnectionString);

    protected override DbConnection OfItsOwn() => OfThePool();

    protected override DbConnection OfThePool() => new SqliteConnection(ConnectionString);

    protected override bool IsOutage(DbException failure) => failure is SqliteException
    {
        SqliteErrorCode: Busy or Locked or NoMemory or ReadOnly or Interrupt or IoError or Corrupt or Full or CannotOpen or NotADatabase,
    };

    protected override bool IsDuplicate(DbException failure) =>
        failure is SqliteException { SqliteExtendedErrorCode: ConstraintPrimaryKey or ConstraintUnique };

    protected override bool IsConflict(DbException failure) => false;
}
