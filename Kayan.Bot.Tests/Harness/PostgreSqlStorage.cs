using Kayan.Bot.Storage;
using Npgsql;

namespace Kayan.Bot.Tests.Harness;

/// <summary>A PostgreSQL database of one's own.</summary>
internal sealed class PostgreSqlStorage : TestStorage
{
    private readonly string _name = $"kayan_{Guid.CreateVersion7():n}";

    public PostgreSqlStorage() => PostgreSqlServer.Execute($"CREATE DATABASE {_name} TEMPLATE template0 ENCODING 'UTF8'");

    public override StorageProvider Provider => StorageProvider.PostgreSql;

    public override string ConnectionString => new NpgsqlConnectionStringBuilder(PostgreSqlServer.ConnectionString)
    {
        Database = _name,
        MaxPoolSize = 20,
        ConnectionIdleLifetime = 10,
    }.ConnectionString;

    public override void Dispose()
    {
        using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        PostgreSqlServer.Execute($"DROP DATABASE {_name} WITH (FORCE)");
    }
}
