using Microsoft.EntityFrameworkCore.Design;

namespace Kayan.Bot.Storage.Providers.Sqlite;

/// <summary>Lets <c>dotnet ef migrations add</c> work without starting the service.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteKayanDbContext>
{
    public SqliteKayanDbContext CreateDbContext(string[] args) =>
        new SqliteProvider { ConnectionString = "Data Source=design.db" }.CreateContext();
}
