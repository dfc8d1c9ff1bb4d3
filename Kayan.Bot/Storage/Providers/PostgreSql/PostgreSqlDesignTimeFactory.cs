using Microsoft.EntityFrameworkCore.Design;

namespace Kayan.Bot.Storage.Providers.PostgreSql;

/// <summary>Lets <c>dotnet ef migrations add</c> work without starting the service.</summary>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlKayanDbContext>
{
    public PostgreSqlKayanDbContext CreateDbContext(string[] args) =>
        new PostgreSqlProvider { ConnectionString = "Host=localhost;Database=design" }.CreateContext();
}
