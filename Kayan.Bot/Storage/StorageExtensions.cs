using Kayan.Bot.Storage.Providers.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Storage;

internal static class StorageExtensions
{
    /// <summary>The database of <c>ConnectionStrings:Kayan</c>; by default a SQLite file under data/.</summary>
    public static IHostApplicationBuilder AddStorage(this IHostApplicationBuilder builder)
    {
        var connectionString = Sqlite(builder);
        builder.Services.AddOptions<StorageOptions>().BindConfiguration("Storage").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddDbContext<SqliteKayanDbContext>(options => options.UseSqlite(connectionString));
        builder.Services.AddScoped<KayanDbContext>(services => services.GetRequiredService<SqliteKayanDbContext>());
        builder.Services.AddSingleton<IWriterConnectionFactory>(new SqliteWriterConnectionFactory(connectionString));
        builder.Services.AddSingleton<WriteQueue>();
        return builder;
    }

    /// <summary>Loads Entity Framework and builds the model beside the rest of the start: one after the other they take a third longer.</summary>
    public static void WarmUp() => Task.Run(() =>
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);
        return db.Model;
    });

    /// <summary>Brings the database to the newest version.</summary>
    public static async Task MigrateAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KayanDbContext>();
        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            await db.Database.MigrateAsync(); // compares the whole model first: nothing to wait for at every start
        }
    }

    private static string Sqlite(IHostApplicationBuilder builder)
    {
        var configured = builder.Configuration.GetConnectionString("Kayan");
        var sqlite = new SqliteConnectionStringBuilder(configured is { Length: > 0 } ? configured : "Data Source=data/kayan.db");
        sqlite.DataSource = Path.GetFullPath(sqlite.DataSource, builder.Environment.ContentRootPath);
        sqlite.DefaultTimeout = 3;
        sqlite.ForeignKeys = true;
        Directory.CreateDirectory(Path.GetDirectoryName(sqlite.DataSource)!);
        return sqlite.ConnectionString;
    }
}
