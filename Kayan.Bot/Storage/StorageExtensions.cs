using System.Data.Common;
using Kayan.Bot.Storage.Providers.PostgreSql;
using Kayan.Bot.Storage.Providers.Sqlite;
using Kayan.Bot.Storage.Providers.SqlServer;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Storage;

internal static class StorageExtensions
{
    private const string Setting = "Storage:Provider";

    /// <summary>The database of <c>ConnectionStrings:Kayan</c>; by default a SQLite file under data/.</summary>
    public static IHostApplicationBuilder AddStorage(this IHostApplicationBuilder builder)
    {
        var provider = Provider(builder);
        WarmUp(provider);
        builder.Services.AddOptions<StorageOptions>().BindConfiguration("Storage").ValidateDataAnnotations().ValidateOnStart();
        provider.AddContext(builder.Services);
        builder.Services.AddSingleton(provider);
        builder.Services.AddSingleton<WriteQueue>();
        builder.Services.AddSingleton<DatabasePreparation>();
        builder.Services.AddSingleton(_ => provider.CreateJobStorage());
        return builder;
    }

    // Entity Framework and the model load beside the rest of the start: one after the other they take a third longer.
    private static void WarmUp(DatabaseProvider provider) => Task.Run(() =>
    {
        using var db = provider.CreateContext();
        return db.Model;
    });

    /// <exception cref="OptionsValidationException">The settings name no database.</exception>
    private static DatabaseProvider Provider(IHostApplicationBuilder builder)
    {
        var (name, connectionString) = (builder.Configuration[Setting], builder.Configuration.GetConnectionString("Kayan"));
        if (!Enum.TryParse<StorageProvider>(name ?? nameof(StorageProvider.Sqlite), ignoreCase: true, out var provider) || !Enum.IsDefined(provider))
        {
            throw Wrong($"{Setting} is '{name}'; it can be {string.Join(", ", Enum.GetNames<StorageProvider>())}.");
        }

        if (provider != StorageProvider.Sqlite && string.IsNullOrWhiteSpace(connectionString))
        {
            throw Wrong($"{Setting} is {provider}, but ConnectionStrings:Kayan is missing.");
        }

        try
        {
            return provider switch
            {
                StorageProvider.PostgreSql => PostgreSqlProvider.Create(connectionString!),
                StorageProvider.SqlServer => SqlServerProvider.Create(connectionString!),
                _ => SqliteProvider.Create(connectionString, builder.Environment.ContentRootPath),
            };
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or DbException)
        {
            throw Wrong($"ConnectionStrings:Kayan is not a connection string of {provider}."); // its text may hold a password
        }
    }

    private static OptionsValidationException Wrong(string line) => new("Storage", typeof(StorageOptions), [line]);
}
