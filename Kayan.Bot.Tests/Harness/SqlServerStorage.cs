using Kayan.Bot.Storage;
using Microsoft.Data.SqlClient;

namespace Kayan.Bot.Tests.Harness;

/// <summary>A database of one's own on the SQL Server that KAYAN_TEST_SQLSERVER names.</summary>
internal sealed class SqlServerStorage : TestStorage
{
    private readonly string _name = $"kayan_{Guid.CreateVersion7():n}";

    public SqlServerStorage() => Execute($"CREATE DATABASE {_name}; ALTER DATABASE {_name} SET READ_COMMITTED_SNAPSHOT ON");

    public static string? Server { get; } = Environment.GetEnvironmentVariable("KAYAN_TEST_SQLSERVER") is { Length: > 0 } server ? server : null;

    public override StorageProvider Provider => StorageProvider.SqlServer;

    public override string ConnectionString => new SqlConnectionStringBuilder(Server) { InitialCatalog = _name }.ConnectionString;

    public override void Dispose()
    {
        SqlConnection.ClearAllPools();
        Execute($"ALTER DATABASE {_name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {_name}");
    }

    private static void Execute(string sql)
    {
        using var connection = new SqlConnection(Server);
        connection.Open();
        connection.Execute(sql);
    }
}
