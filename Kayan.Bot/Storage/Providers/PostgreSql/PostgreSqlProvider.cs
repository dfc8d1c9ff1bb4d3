using System.Data;
using System.Data.Common;
using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kayan.Bot.Storage.Providers.PostgreSql;

/// <summary>PostgreSQL 13 or newer, for any number of processes.</summary>
internal sealed class PostgreSqlProvider : ContextProvider<PostgreSqlKayanDbContext>
{
    private const long PrepareLock = 0x4B6179616E; // "Kayan"

    public static PostgreSqlProvider Create(string connectionString) => new()
    {
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 100, // the writer's statements come again and again
            AutoPrepareMinUsages = 2,
            ApplicationName = "kayan-bot",
        }.ConnectionString,
    };

    public override JobStorage CreateJobStorage()
    {
        // Its locks are rows, which outlive a process that is killed, so they hold for less than others wait for one (15 s). No step takes
        // as long; should one, a job runs twice, which does no harm.
        var options = new PostgreSqlStorageOptions
        {
            QueuePollInterval = TimeSpan.FromSeconds(1),
            DistributedLockTimeout = TimeSpan.FromSeconds(10),
            InvisibilityTimeout = TimeSpan.FromMinutes(5),
            UseSlidingInvisibilityTimeout = true,
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(ConnectionString, options), options);
    }

    public override DbConnection Open() => Opened(OfItsOwn(), "SET synchronous_commit = on; SET lock_timeout = '3s'");

    public override DbTransaction Begin(DbConnection connection) => connection.BeginTransaction(IsolationLevel.ReadCommitted);

    public override string TranslateInsert(string sql) => sql + " RETURNING Id";

    public override Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken) =>
        LockedAsync(OfItsOwn(), $"SELECT pg_advisory_lock({PrepareLock})", cancellationToken);

    protected override void Use(DbContextOptionsBuilder options) => options.UseNpgsql(ConnectionString);

    protected override DbConnection OfItsOwn() =>
        new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, CommandTimeout = 10 }.ConnectionString);

    protected override DbConnection OfThePool() => new NpgsqlConnection(ConnectionString);

    // https://www.postgresql.org/docs/current/errcodes-appendix.html: connection, resources, operator, system, lock time-out, read-only
    protected override bool IsOutage(DbException failure) => failure switch
    {
        PostgresException { SqlState: { Length: 5 } state } =>
            state[..2] is "08" or "53" or "57" or "58" or "XX" || state is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.ReadOnlySqlTransaction,
        NpgsqlException => true,
        _ => false,
    };

    protected override bool IsDuplicate(DbException failure) => failure is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    protected override bool IsConflict(DbException failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };
}
