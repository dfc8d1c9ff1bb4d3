using Microsoft.EntityFrameworkCore.Design;

namespace Kayan.Bot.Storage.Providers.SqlServer;

/// <summary>Lets <c>dotnet ef migrations add</c> work without starting the service.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerKayanDbContext>
{
    public SqlServerKayanDbContext CreateDbContext(string[] args) =>
        new SqlServerProvider { ConnectionString = "Server=localhost;Database=design" }.CreateContext();
}
