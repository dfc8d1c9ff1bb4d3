using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Hangfire;
using Hangfire.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Storage.Providers.SqlServer;

/// <summary>SQL Server 2019 or newer and Azure SQL, for any number of processes.</summary>
internal sealed partial class SqlServerProvider : ContextProvider<SqlServerKayanDbContext>
{
    // https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors
    private const int UniqueIndex = 2601, UniqueConstraint = 2627, Deadlock = 1205, SnapshotConflict = 3960;

    private static readonly HashSet<int> Outages =
    [
        -2, -1, 2, 20, 53, 64, 121, 233, 258, 10053, 10054, 10060, 10061, 11001, // time-out and network
        701, 802, 1105, 1222, 3906, 3908, 8645, 8651, 9001, 9002, // memory, full, locked, read-only
        921, 922, 927, 942, 945, 976, 978, 983, 4060, 4064, 18456, // the database cannot be opened
        4221, 10928, 10929, 40143, 40197, 40501, 40540, 40544, 40549, 40550, 40551, 40552, 40553, 40613, 49918, 49919, 49920, // Azure
    ];

    public static SqlServerProvider Create(string connectionString) => new()
    {
        ConnectionString = new SqlConnectionStringBuilder(connectionString) { ApplicationName = "kayan-bot" }.ConnectionString,
    };

    public override JobStorage CreateJobStorage() => new SqlServerStorage(ConnectionString, new SqlServerStorageOptions
    {
        QueuePollInterval = TimeSpan.FromSeconds(1),
        PrepareSchemaIfNecessary = true,
        DisableGlobalLocks = true,
        UseRecommendedIsolationLevel = true,
    });

    // With XACT_ABORT no savepoint could be gone back to.
    public override DbConnection Open() => Opened(OfItsOwn(), "SET LOCK_TIMEOUT 3000; SET XACT_ABORT OFF");

    public override DbTransaction Begin(DbConnection connection) => connection.BeginTransaction(IsolationLevel.ReadCommitted);

    public override string Savepoint => "SAVE TRANSACTION unit";

    public override string RollbackToSavepoint => "ROLLBACK TRANSACTION unit";

    public override string? ReleaseSavepoint => null;

    public override string Translate(string sql) => Limit().Replace(sql, "OFFSET 0 ROWS FETCH NEXT ${count} ROWS ONLY");

    public override string TranslateInsert(string sql) => sql + "; SELECT CAST(SCOPE_IDENTITY() AS bigint)";

    public override Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken) => LockedAsync(
        OfItsOwn(),
        "EXEC sp_getapplock @Resource = 'kayan-bot prepare', @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = -1",
        cancellationToken);

    protected override void Use(DbContextOptionsBuilder options) => options.UseSqlServer(ConnectionString);

    protected override DbConnection OfItsOwn() =>
        new SqlConnection(new SqlConnectionStringBuilder(ConnectionString) { Pooling = false, CommandTimeout = 10 }.ConnectionString);

    protected override DbConnection OfThePool() => new SqlConnection(ConnectionString);

    protected override bool IsOutage(DbException failure) => Has(failure, Outages.Contains);

    protected override bool IsDuplicate(DbException failure) => Has(failure, number => number is UniqueIndex or UniqueConstraint);

    protected override bool IsConflict(DbException failure) => Has(failure, number => number is Deadlock or SnapshotConflict);

    private static bool Has(DbException failure, Func<int, bool> test) =>
        failure is SqlException sql && sql.Errors.Cast<SqlError>().Any(error => test(error.Number));

    [GeneratedRegex(@"\bLIMIT (?<count>@?\w+)")]
    private static partial Regex Limit();
}
