using Kayan.Bot.Storage;
using Kayan.Bot.Storage.Providers.PostgreSql;
using Kayan.Bot.Storage.Providers.Sqlite;
using Kayan.Bot.Storage.Providers.SqlServer;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Tests.Storage;

/// <summary>What the service does with the database that it finds, as a process and by its commands.</summary>
public sealed class DatabasePreparationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kayan-prepare-");
    private TestStorage? _storage;

    [StorageTheory, EachStorage]
    public async Task Migrate_EmptyDatabase_IsThenAtTheNewestVersion(string storage)
    {
        Open(storage);

        Assert.Equal((1, "lacks"), await RunAsync("lacks", "db", "check"));
        Assert.Equal((0, "migrations applied."), await RunAsync("migrations applied.", "db", "migrate"));
        Assert.Equal((0, "0 migrations applied."), await RunAsync("0 migrations applied.", "db", "migrate"));
        Assert.Equal((0, "newest version"), await RunAsync("newest version", "db", "check"));
        await using var db = _storage!.CreateProvider().CreateContext();
        Assert.False(await db.Conversations.AnyAsync());
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [InlineData(nameof(StorageProvider.Sqlite))]
    [InlineData(nameof(StorageProvider.PostgreSql))]
    [InlineData(nameof(StorageProvider.SqlServer))]
    public void KnownMigrations_AreThoseOfEntityFramework(string storage)
    {
        DatabaseProvider provider = storage switch
        {
            nameof(StorageProvider.PostgreSql) => PostgreSqlProvider.Create("Host=nowhere;Database=kayan"),
            nameof(StorageProvider.SqlServer) => SqlServerProvider.Create("Server=nowhere;Database=kayan"),
            _ => new SqliteProvider { ConnectionString = "Data Source=nowhere.db" },
        };
        using var db = provider.CreateContext();

        Assert.NotEmpty(provider.KnownMigrations());
        Assert.Equal(db.Database.GetMigrations(), provider.KnownMigrations());
    }

    [Fact]
    public async Task Check_OfACopy_LeavesItsFileAsItIs()
    {
        Open(nameof(StorageProvider.Sqlite));
        var file = Path.Combine(_folder.FullName, "kayan.db");
        Assert.Equal((0, "migrations applied."), await RunAsync("migrations applied.", "db", "migrate"));
        Execute("PRAGMA journal_mode = DELETE"); // as a copy is
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var before = await File.ReadAllBytesAsync(file);

        Assert.Equal((0, "newest version"), await RunAsync("newest version", "db", "check"));

        Assert.Equal(before, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task Check_OfAFileThatIsNotThere_MakesNone()
    {
        Open(nameof(StorageProvider.Sqlite));

        Assert.Equal((1, "lacks"), await RunAsync("lacks", "db", "check"));

        Assert.False(File.Exists(Path.Combine(_folder.FullName, "kayan.db")));
    }

    [StorageTheory, EachStorage]
    public async Task Start_OnANewerDatabase_IsRefusedInOneLine(string storage)
    {
        Open(storage);
        await RunAsync("", "db", "migrate");
        Execute(History("INSERT INTO {0} VALUES ('29990101000000_Future', '99.0')"));

        Assert.Equal((78, "newer than this version: it holds 29990101000000_Future"), await RunAsync("newer than this version: it holds 29990101000000_Future"));
        Assert.Equal((1, "newer"), await RunAsync("newer", "db", "check"));
        Assert.Equal((78, "newer than this version"), await RunAsync("newer than this version", "db", "migrate"));
    }

    [StorageTheory, EachStorage]
    public async Task Start_OnAHalfMigratedDatabase_IsRefusedInOneLine(string storage)
    {
        Open(storage);
        await RunAsync("", "db", "migrate");
        Execute(storage == nameof(StorageProvider.Sqlite) ? "DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%Files'" : History("DELETE FROM {0}"));

        Assert.Equal((78, "half-migrated"), await RunAsync("half-migrated"));
    }

    [StorageTheory, EachStorage]
    public async Task Start_WhereItMayNotMigrate_IsRefusedInOneLine(string storage)
    {
        Open(storage);

        Assert.Equal((78, "Run 'db migrate'"), await RunAsync("Run 'db migrate'", "--Storage:MigrateOnStart=false"));
    }

    [Fact]
    public async Task Migrate_AfterAProcessThatWasKilledWithinOne_GoesOn()
    {
        Open(nameof(StorageProvider.Sqlite));
        Execute("CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01')");

        Assert.Equal((0, "migrations applied."), await RunAsync("migrations applied.", "db", "migrate"));
    }

    [Fact]
    public async Task Start_WithoutItsServer_SaysSoInOneLine()
    {
        Open(nameof(StorageProvider.Sqlite));
        var (code, output) = await RunAllAsync("--Storage:Provider=PostgreSql", "--ConnectionStrings:Kayan=Host=127.0.0.1;Port=1;Username=kayan;Password=geheim;Database=kayan");

        Assert.Equal((69, 1), (code, output.Trim().Split('\n').Length));
        Assert.Contains("cannot be used", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Storage:Provider=Oracle", "Storage:Provider is 'Oracle'; it can be Sqlite, SqlServer, PostgreSql.")]
    [InlineData("--Storage:Provider=SqlServer", "ConnectionStrings:Kayan is missing")]
    public async Task Start_WithoutADatabaseThatCanBeMeant_SaysSoInOneLine(string setting, string line)
    {
        Open(nameof(StorageProvider.Sqlite));

        Assert.Equal((78, line), await RunAsync(line, setting, "--ConnectionStrings:Kayan="));
    }

    [StorageTheory, EachStorage]
    public async Task Script_IsWhatMakesTheTables(string storage)
    {
        Open(storage);
        var file = Path.Combine(_folder.FullName, "script.sql");

        Assert.Equal((0, ""), await RunAsync("", "db", "script", "--output", file));

        ExecuteScript(await File.ReadAllTextAsync(file), storage);
        Assert.Equal((0, "newest version"), await RunAsync("newest version", "db", "check"));
    }

    public void Dispose()
    {
        _storage?.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Open(string storage) => _storage = TestStorage.Create(Enum.Parse<StorageProvider>(storage), _folder.FullName, empty: true);

    /// <summary>The exit code, and <paramref name="said"/> if the process said it; otherwise all that it said.</summary>
    private async Task<(int Code, string Said)> RunAsync(string said, params string[] arguments)
    {
        var (code, output) = await RunAllAsync(arguments);
        return (code, output.Contains(said, StringComparison.Ordinal) && !output.Contains("   at ", StringComparison.Ordinal) ? said : output);
    }

    private async Task<(int Code, string Output)> RunAllAsync(params string[] arguments)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var process = new KayanProcess(new FakeTwilioAccount(), "http://127.0.0.1:1", storage: _storage);
        var code = await process.RunAsync(limit.Token, arguments);
        return (code, process.Output.ToString()!);
    }

    private string History(string sql) => string.Format(
        System.Globalization.CultureInfo.InvariantCulture, sql, _storage!.Provider == StorageProvider.PostgreSql ? "\"__EFMigrationsHistory\"" : "__EFMigrationsHistory");

    private void ExecuteScript(string script, string storage)
    {
        var batches = storage == nameof(StorageProvider.SqlServer) ? System.Text.RegularExpressions.Regex.Split(script, @"^\s*GO\s*$", System.Text.RegularExpressions.RegexOptions.Multiline) : [script];
        foreach (var batch in batches.Where(batch => !string.IsNullOrWhiteSpace(batch)))
        {
            Execute(batch);
        }
    }

    private void Execute(string sql)
    {
        using var connection = _storage!.CreateProvider().Open();
        connection.Execute(sql);
    }
}
