using System.Data.Common;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Storage;

/// <summary>
/// What the service has to know of a database beside Entity Framework. Statements for the writer are written in the SQL that SQLite and
/// PostgreSQL share, with names unquoted and values as <c>@p0</c>, <c>@p1</c>…; a provider puts its own words in their place.
/// </summary>
internal abstract class DatabaseProvider
{
    private const string History = "\"__EFMigrationsHistory\"";

    /// <summary>The connection string in the form in which the service uses it.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Whether several processes may work on one database.</summary>
    public virtual bool IsShared => true;

    /// <summary>Registers the provider's context as <see cref="KayanDbContext"/>.</summary>
    public abstract void AddContext(IServiceCollection services);

    /// <summary>A context outside of any container, for the model and for scripts.</summary>
    public abstract KayanDbContext CreateContext();

    /// <summary>Where Hangfire keeps its clock and its queue.</summary>
    public abstract JobStorage CreateJobStorage();

    /// <summary>An open connection for the writer, set so that a commit survives a power cut.</summary>
    public abstract DbConnection Open();

    /// <summary>Reading beside the writer, without Entity Framework.</summary>
    /// <exception cref="DbException">The database is away.</exception>
    public async Task<SqlSession> OpenToReadAsync(CancellationToken cancellationToken)
    {
        var connection = OfThePool();
        await connection.OpenAsync(cancellationToken);
        return new SqlSession(this, connection);
    }

    /// <summary>Begins a transaction; on SQLite one that holds the right to write from its start.</summary>
    public abstract DbTransaction Begin(DbConnection connection);

    public virtual string Savepoint => "SAVEPOINT unit";

    public virtual string RollbackToSavepoint => "ROLLBACK TO SAVEPOINT unit";

    /// <summary>Null where a savepoint goes away by itself.</summary>
    public virtual string? ReleaseSavepoint => "RELEASE SAVEPOINT unit";

    /// <summary>The statement in the provider's own words.</summary>
    public virtual string Translate(string sql) => sql;

    /// <summary>The statement in the provider's own words, so that <see cref="Insert"/> can tell the id that the database chose.</summary>
    public abstract string TranslateInsert(string sql);

    /// <summary>Runs an INSERT of one row and gives the id that the database chose.</summary>
    public virtual long Insert(DbCommand insert) => (long)insert.ExecuteScalar()!;

    /// <summary>A value as a column of the provider holds it.</summary>
    public virtual object Value(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => Instants.Stored(instant),
        _ => value,
    };

    /// <summary>Reads an instant.</summary>
    public virtual DateTimeOffset Instant(DbDataReader row, int column) => row.GetFieldValue<DateTimeOffset>(column);

    /// <summary>Whether the database is away, locked or full, so that the whole group commit fails.</summary>
    public bool IsOutage(Exception failure) => Is(failure, IsOutage);

    /// <summary>Whether a unique index refused the row, by the provider's own error code.</summary>
    public bool IsDuplicate(Exception failure) => Is(failure, IsDuplicate);

    /// <summary>Whether another process was in the way (a deadlock), so that the same work succeeds when it is done again.</summary>
    public bool IsConflict(Exception failure) => Is(failure, IsConflict);

    /// <summary>Holds a lock over all processes on this database, for the preparation at the start.</summary>
    public abstract Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken);

    /// <summary>Frees what a process that died within a migration left locked. Called under <see cref="LockAsync"/>.</summary>
    public virtual void FreeMigrations()
    {
    }

    /// <summary>The migrations of this version, oldest first.</summary>
    public abstract IReadOnlyList<string> KnownMigrations();

    /// <summary>The migrations that the database went through, oldest first.</summary>
    /// <exception cref="DbException">The database is away.</exception>
    public IReadOnlyList<string> AppliedMigrations()
    {
        using var connection = OpenToLook();
        if (connection is null || !Has(connection, History))
        {
            return [];
        }

        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT \"MigrationId\" FROM {History} ORDER BY \"MigrationId\"";
        using var rows = command.ExecuteReader();
        List<string> applied = [];
        while (rows.Read())
        {
            applied.Add(rows.GetString(0));
        }

        return applied;
    }

    /// <summary>Whether our tables are there.</summary>
    public bool HasTables()
    {
        using var connection = OpenToLook();
        return connection is not null && Has(connection, "Conversations");
    }

    /// <summary>Opens <paramref name="connection"/> and runs <paramref name="sql"/> on it.</summary>
    protected static DbConnection Opened(DbConnection connection, string sql)
    {
        connection.Open();
        Execute(connection, sql);
        return connection;
    }

    /// <summary>Opens <paramref name="connection"/> and waits for the lock that <paramref name="sql"/> takes for it; it ends with the connection.</summary>
    protected static async Task<IAsyncDisposable> LockedAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            (command.CommandText, command.CommandTimeout) = (sql, 0);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    protected static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A connection that nobody else uses, not yet open, and set in no way.</summary>
    protected abstract DbConnection OfItsOwn();

    /// <summary>One that is open already, where there is one; not yet open for the caller.</summary>
    protected abstract DbConnection OfThePool();

    /// <summary>Whether there is a database to look at: an embedded one comes into being when it is opened.</summary>
    protected virtual bool IsThere => true;

    protected abstract bool IsOutage(DbException failure);

    protected abstract bool IsDuplicate(DbException failure);

    protected abstract bool IsConflict(DbException failure);

    // Null where there is nothing. Not as the writer opens it: that sets things which stay in a file.
    private DbConnection? OpenToLook()
    {
        if (!IsThere)
        {
            return null;
        }

        var connection = OfItsOwn();
        connection.Open();
        return connection;
    }

    private bool Has(DbConnection connection, string table)
    {
        try
        {
            Execute(connection, $"SELECT 1 FROM {table} WHERE 1 = 0");
            return true;
        }
        catch (DbException failure) when (!IsOutage(failure))
        {
            return false;
        }
    }

    private static bool Is(Exception failure, Func<DbException, bool> test) => failure switch
    {
        DbUpdateException { InnerException: { } inner } => Is(inner, test),
        InvalidOperationException { InnerException: DbException inner } => test(inner),
        DbException database => test(database),
        _ => false,
    };
}
