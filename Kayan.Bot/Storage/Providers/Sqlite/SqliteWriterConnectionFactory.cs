using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Kayan.Bot.Storage.Providers.Sqlite;

/// <summary>The writer's connection to the embedded database: WAL, synchronous FULL, BEGIN IMMEDIATE.</summary>
internal sealed class SqliteWriterConnectionFactory(string connectionString) : IWriterConnectionFactory
{
    // https://sqlite.org/rescode.html
    private const int Busy = 5, Locked = 6, NoMemory = 7, ReadOnly = 8, Interrupt = 9, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    private const int ConstraintPrimaryKey = 1555, ConstraintUnique = 2067;

    public DbConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 10000; PRAGMA cache_size = -32000;";
        command.ExecuteNonQuery();
        return connection;
    }

    public DbTransaction Begin(DbConnection connection) =>
        ((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: false);

    /// <remarks>RETURNING costs SQLite a table of its own in memory each time, a SELECT one more statement; this costs nothing.</remarks>
    public long Insert(DbCommand insert)
    {
        insert.ExecuteNonQuery();
        return raw.sqlite3_last_insert_rowid(((SqliteConnection)insert.Connection!).Handle);
    }

    public bool IsOutage(Exception failure) => failure switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode
            is Busy or Locked or NoMemory or ReadOnly or Interrupt or IoError or Corrupt or Full or CannotOpen or NotADatabase,
        DbUpdateException { InnerException: { } inner } => IsOutage(inner),
        _ => false,
    };

    public bool IsDuplicate(Exception failure) => failure switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is ConstraintPrimaryKey or ConstraintUnique,
        DbUpdateException { InnerException: { } inner } => IsDuplicate(inner),
        _ => false,
    };
}
