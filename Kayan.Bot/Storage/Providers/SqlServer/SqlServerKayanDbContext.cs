using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Storage.Providers.SqlServer;

/// <summary>SQL Server. Text compares by code point, as on the other databases: codes, keys and addresses differ by case.</summary>
internal sealed class SqlServerKayanDbContext(DbContextOptions<SqlServerKayanDbContext> options) : KayanDbContext(options)
{
    private const string ByCodePoint = "Latin1_General_100_BIN2";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Instants.UtcConverter>();
        configurationBuilder.Properties<DateTimeOffset?>().HaveConversion<Instants.UtcConverter>();
        configurationBuilder.Properties<string>().UseCollation(ByCodePoint);
        configurationBuilder.Properties<Enum>().UseCollation(ByCodePoint);
    }
}
