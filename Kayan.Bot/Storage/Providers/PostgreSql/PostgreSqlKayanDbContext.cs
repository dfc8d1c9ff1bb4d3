using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Storage.Providers.PostgreSql;

/// <summary>
/// PostgreSQL folds names that are not quoted to lower case. All of ours are lower case there, so that statements need no quotation marks.
/// </summary>
internal sealed class PostgreSqlKayanDbContext(DbContextOptions<PostgreSqlKayanDbContext> options) : KayanDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            entity.SetTableName(Lower(entity.GetTableName()));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Lower(property.GetColumnName()));
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName(Lower(key.GetName()));
            }

            foreach (var key in entity.GetForeignKeys())
            {
                key.SetConstraintName(Lower(key.GetConstraintName()));
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(Lower(index.GetDatabaseName()));
            }
        }
    }

    private static string? Lower(string? name) => name?.ToLowerInvariant();
}
