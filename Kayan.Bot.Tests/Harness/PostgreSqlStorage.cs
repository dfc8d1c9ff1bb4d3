using Kayan.Bot.Storage;
using Kayan.Bot.Storage.Providers.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kayan.Bot.Tests.Harness;

/// <summary>A PostgreSQL database of one's own: empty, or a copy of one in its newest version, which is much faster than to migrate each.</summary>
internal sealed class PostgreSqlStorage : TestStorage
{
    private static readonly Lazy<string> Newest = new(MakeNewest);

    private readonly string _name = $"kayan_{Guid.CreateVersion7():n}";

    public PostgreSqlStorage(bool empty) => PostgreSqlServer.Execute($"CREATE DATABASE {_name} TEMPLATE {(empty ? "template0" : Newest.Value)}");

    public override StorageProvider Provider => StorageProvider.PostgreSql;

    public override string ConnectionString => Named(_name);

    public override void Dispose()
    {
        using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        PostgreSqlServer.Execute($"DROP DATABASE {_name} WITH (FORCE)");
    }

    private static string MakeNewest()
    {
        var name = $"kayan_newest_{Guid.CreateVersion7():n}";
        PostgreSqlServer.Execute($"CREATE DATABASE {name} TEMPLATE template0");
        var provider = PostgreSqlProvider.Create($"{Named(name)};Pooling=false");
        using var db = provider.CreateContext();
        db.Database.Migrate();
        provider.CreateJobStorage();
        return name;
    }

    private static string Named(string database) => new NpgsqlConnectionStringBuilder(PostgreSqlServer.ConnectionString)
    {
        Database = database,
        MaxPoolSize = 20,
        ConnectionIdleLifetime = 10,
    }.ConnectionString;
}
