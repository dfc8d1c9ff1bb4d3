using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Storage.Providers.SqlServer;

/// <summary>SQL Server. Text compares by code point, as on the other databases: codes, keys and addresses differ by case.</summary>
internal sealed class SqlServerKayanDbContext(DbContextOptions<SqlServerKayanDbContext> options) : KayanDbContext(options)
{
    private const string ByCodePoint = "Latin1_General_100_BIN2";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation(ByCodePoint);
        configurationBuilder.Properties<Enum>().UseCollation(ByCodePoint);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // Names of sign-in providers, of which there are none: as long as the key of a table may be.
        foreach (var key in new[] { typeof(IdentityUserLogin<long>), typeof(IdentityUserToken<long>) }
            .SelectMany(type => builder.Model.FindEntityType(type)!.FindPrimaryKey()!.Properties).Where(key => key.ClrType == typeof(string)))
        {
            key.SetMaxLength(128);
        }
    }
}
