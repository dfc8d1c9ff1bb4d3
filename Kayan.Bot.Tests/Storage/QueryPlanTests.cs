using System.Text.RegularExpressions;
using Kayan.Bot.Storage;
using Kayan.Bot.Storage.Providers.PostgreSql;
using Kayan.Bot.Storage.Providers.Sqlite;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Kayan.Bot.Tests.Storage;

/// <summary>What the service asks of the database while it serves stays fast however much is in there.</summary>
public sealed partial class QueryPlanTests(ITestOutputHelper output)
{
    /// <summary>Staff, keys, templates and edited questions: a handful of rows, however long the service runs.</summary>
    public static readonly IReadOnlyList<string> SmallTables =
        ["AspNetUsers", "AspNetRoles", "AspNetUserRoles", "AspNetUserClaims", "AspNetRoleClaims", "DataProtectionKeys", "ContentTemplates", "FaqChanges", "ApiKeys"];

    [StorageTheory, EachStorage]
    public async Task NoStatementOfTheService_ReadsAWholeTableThatGrows(string storage)
    {
        var (kind, queries) = (Enum.Parse<StorageProvider>(storage), new EntityFrameworkSql());
        await using var service = await ServedHost.StartAsync(host => host.With(services => Watch(services, queries)), kind);
        queries.Clear(); // a start may look at more
        await service.ServeAndShowAsync();

        var provider = service.Host.Services.GetRequiredService<DatabaseProvider>();
        var own = await service.OwnStatementsAsync((_, command) => SentStatement.Of(command));
        Assert.Contains(own, statement => statement.Sql.Contains("NOT EXISTS", StringComparison.Ordinal));
        Assert.Contains(own, statement => statement.Sql.StartsWith("SELECT o.Class, MIN(o.DueAt)", StringComparison.Ordinal));
        var statements = own.Concat(queries.Seen).SelectMany(statement => statement.Each()).Where(statement => Reads().IsMatch(statement.Sql)).ToList();
        output.WriteLine($"{statements.Count} statements");
        var scans = kind switch
        {
            StorageProvider.PostgreSql => PostgreSqlPlans.Scans(provider, statements),
            StorageProvider.Sqlite => SqlitePlans.Scans(service.Host.DatabaseFile, statements.Select(statement => statement.Sql)),
            _ => [],
        };
        scans.ForEach(output.WriteLine);
        Assert.Empty(scans);
    }

    [StorageTheory, EachStorage]
    public async Task Sabotage_AStatementWithoutAnIndex_IsFound(string storage)
    {
        await using var host = await new KayanHost(storage).StartAsync();
        var provider = host.Services.GetRequiredService<DatabaseProvider>();
        var statement = new SentStatement("SELECT Id FROM Messages WHERE Text = @p0", new Dictionary<string, string> { ["@p0"] = "text" });

        var scans = provider switch
        {
            PostgreSqlProvider => PostgreSqlPlans.Scans(provider, [statement]),
            SqliteProvider => SqlitePlans.Scans(host.DatabaseFile, [statement.Sql]),
            _ => ["not looked at"],
        };

        Assert.Single(scans);
    }

    private static void Watch(IServiceCollection services, EntityFrameworkSql queries)
    {
        services.ConfigureDbContext<SqliteKayanDbContext>(options => options.AddInterceptors(queries));
        services.ConfigureDbContext<PostgreSqlKayanDbContext>(options => options.AddInterceptors(queries));
    }

    [GeneratedRegex("^(SELECT|UPDATE|DELETE|INSERT)")]
    private static partial Regex Reads();
}
