using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Storage.Providers.Sqlite;

/// <summary>The embedded database. SQLite has no instant type: instants are kept as Unix milliseconds, which sort as they should.</summary>
internal sealed class SqliteKayanDbContext(DbContextOptions<SqliteKayanDbContext> options) : KayanDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Instants.UnixMillisecondsConverter>();
        configurationBuilder.Properties<DateTimeOffset?>().HaveConversion<Instants.UnixMillisecondsConverter>();
    }
}
