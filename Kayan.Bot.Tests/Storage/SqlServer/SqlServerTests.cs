using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Kayan.Bot.Storage;
using Kayan.Bot.Storage.Providers.Sqlite;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Kayan.Bot.Tests.Storage.SqlServer;

/// <summary>What can be known of SQL Server without one.</summary>
public sealed partial class SqlServerTests(ITestOutputHelper output)
{
    [Fact]
    public void MigrationScript_IsWhatSqlServerUnderstands()
    {
        using var model = new SqlServerModel();

        Assert.Empty(model.SyntaxErrors);
        using var db = SqlServerModel.CreateContext();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Subset(model.Tables.ToHashSet(), db.Model.GetEntityTypes().Select(type => type.GetTableName()!).ToHashSet());
        Assert.Empty(model.Problems());
    }

    [Fact]
    public async Task EveryStatementOfTheService_FitsTheTables()
    {
        var replay = new QueryReplay();
        await using var service = await ServedHost.StartAsync(
            host => host.With(services => services.ConfigureDbContext<SqliteKayanDbContext>(options => options.AddInterceptors(replay))));
        await service.ServeAndShowAsync();
        var statements = await service.OwnStatementsAsync((sql, _) => sql);

        using var model = new SqlServerModel();
        Assert.InRange(statements.Count, 20, 200);
        statements.FindAll(sql => !sql.Contains("SAVEPOINT", StringComparison.Ordinal)).ForEach(sql => model.Add(
            sql.StartsWith("INSERT", StringComparison.Ordinal) ? SqlServerModel.Provider.TranslateInsert(sql) : SqlServerModel.Provider.Translate(sql)));
        var capture = new SqlServerCapture();
        await using var db = capture.CreateContext();
        Assert.InRange(replay.Queries.Count, 20, 500);
        foreach (var query in replay.Queries)
        {
            model.Add(Assert.Single(capture.Of(() => QueryReplay.Ask(query, db))));
        }

        Check(model);
    }

    [Fact]
    public void EveryChangeOfATrackedRow_FitsTheTables()
    {
        using var model = new SqlServerModel();
        var capture = new SqlServerCapture();
        foreach (var type in SqlServerModel.CreateContext().Model.GetEntityTypes().Where(type => !type.IsOwned()))
        {
            foreach (var state in new[] { EntityState.Added, EntityState.Modified, EntityState.Deleted })
            {
                if (state == EntityState.Modified && type.GetProperties().All(property => property.IsPrimaryKey()))
                {
                    continue;
                }

                using var db = capture.CreateContext();
                Fill(db, type, state);
                model.Add(Assert.Single(capture.Of(() => db.SaveChanges())));
            }
        }

        Check(model);
    }

    [Fact]
    public void Sabotage_AColumnThatIsNotThere_IsFound()
    {
        using var model = new SqlServerModel();
        model.Add("UPDATE Conversations SET Speech = @p0 WHERE Id = @p1");

        Assert.Contains(model.Problems(), problem => problem.Contains("Speech", StringComparison.Ordinal));
    }

    [Fact]
    public void Keys_FitTheLimitsOfAnIndex()
    {
        using var db = SqlServerModel.CreateContext();
        foreach (var type in db.Model.GetEntityTypes())
        {
            foreach (var key in type.GetKeys())
            {
                Assert.InRange(Bytes(key.Properties, key.GetName()!), 1, 900);
            }

            foreach (var index in type.GetIndexes())
            {
                Assert.InRange(Bytes(index.Properties, index.GetDatabaseName()!), 1, 1700);
            }
        }
    }

    [Fact]
    public void Deleting_ReachesNoTableOnTwoWays()
    {
        using var db = SqlServerModel.CreateContext();
        foreach (var type in db.Model.GetEntityTypes())
        {
            var reached = new List<string>();
            Follow(type, reached);
            Assert.Equal(reached.Distinct(), reached);
            Assert.DoesNotContain(type.Name, reached);
        }

        static void Follow(IEntityType type, List<string> reached)
        {
            foreach (var key in type.GetReferencingForeignKeys().Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull))
            {
                Assert.True(reached.Count < 200);
                reached.Add(key.DeclaringEntityType.Name);
                Follow(key.DeclaringEntityType, reached);
            }
        }
    }

    [Theory]
    [InlineData(2601, "duplicate")]
    [InlineData(2627, "duplicate")]
    [InlineData(1205, "conflict")]
    [InlineData(-2, "outage")]
    [InlineData(9002, "outage")]
    [InlineData(40613, "outage")]
    [InlineData(547, "none")]
    public void Error_IsKnownByItsNumber(int number, string kind)
    {
        var failure = Failure(number);
        var provider = SqlServerModel.Provider;

        Assert.Equal(
            (kind == "duplicate", kind == "conflict", kind == "outage"),
            (provider.IsDuplicate(failure), provider.IsConflict(failure), provider.IsOutage(failure)));
        Assert.Equal(kind == "duplicate", provider.IsDuplicate(new DbUpdateException("saving", failure)));
    }

    private void Check(SqlServerModel model)
    {
        var problems = model.Problems();
        problems.ToList().ForEach(output.WriteLine);
        Assert.Empty(problems);
    }

    private static void Fill(KayanDbContext db, IEntityType type, EntityState state)
    {
        var entry = db.Entry(RuntimeHelpers.GetUninitializedObject(type.ClrType));
        foreach (var property in entry.Metadata.GetProperties().Where(property => property.ClrType == typeof(string)))
        {
            entry.Property(property.Name).CurrentValue = "x";
        }

        foreach (var key in entry.Metadata.FindPrimaryKey()!.Properties.Where(key => state != EntityState.Added || key.ValueGenerated == ValueGenerated.Never))
        {
            entry.Property(key.Name).CurrentValue = key.ClrType == typeof(string) ? "x"
                : key.ClrType == typeof(Guid) ? Guid.AllBitsSet
                : Convert.ChangeType(7, key.ClrType, CultureInfo.InvariantCulture);
        }

        entry.State = state;
    }

    private static int Bytes(IEnumerable<IReadOnlyProperty> columns, string name) => columns.Sum(column =>
    {
        var type = column.GetRelationalTypeMapping().StoreType;
        Assert.False(type.Contains("(max)", StringComparison.Ordinal), $"{name}: {column.Name} is {type}");
        return Length().Match(type) is { Success: true } length ? 2 * int.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture) : 16;
    });

    [GeneratedRegex(@"^nvarchar\((\d+)\)")]
    private static partial Regex Length();

    // SqlClient has no public way to make an error; the tests of Entity Framework itself go the same way.
    private static SqlException Failure(int number)
    {
        const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance;
        var make = typeof(SqlError).GetConstructors(Hidden).OrderBy(constructor => constructor.GetParameters().Length).First();
        var error = make.Invoke(make.GetParameters().Select(parameter => parameter switch
        {
            { Position: 0 } => number,
            { ParameterType: var type } when type == typeof(string) => "x",
            { ParameterType.IsValueType: true, ParameterType: var type } => Activator.CreateInstance(type),
            _ => null,
        }).ToArray());
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [error]);
        var create = typeof(SqlException).GetMethods(BindingFlags.NonPublic | BindingFlags.Static)
            .First(method => method.Name == "CreateException" && method.GetParameters() is [{ ParameterType: var first }, { ParameterType: var second }]
                && first == typeof(SqlErrorCollection) && second == typeof(string));
        return (SqlException)create.Invoke(null, [errors, "15.0"])!;
    }
}
