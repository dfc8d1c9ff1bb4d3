using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Harness;
using Npgsql;

namespace Kayan.Bot.Tests.Deploy;

/// <summary>backup.sh and restore.sh against a PostgreSQL database of their own.</summary>
public sealed class PostgresBackupTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kayan-postgres-");
    private readonly TestStorage _storage = TestStorage.Create(StorageProvider.PostgreSql, empty: true);

    // The server asks nobody for a password; the scripts have to hand on any.
    private Dictionary<string, string> Settings => new()
    {
        ["Storage__Provider"] = "PostgreSql",
        ["ConnectionStrings__Kayan"] = $"{_storage.ConnectionString};Password=\"a=b$c\"",
    };

    [ProgramsFact("bash", "initdb", "pg_ctl", "pg_dump", "pg_restore", "psql")]
    public async Task BackupThenRestore_PutsBackWhatWasThereAllOrNothing()
    {
        await SqlAsync("CREATE TABLE t (x text); INSERT INTO t SELECT 'كلمة ' || g FROM generate_series(1, 1000) g");
        await SqlAsync("CREATE SCHEMA hangfire; CREATE TABLE hangfire.job (id int)");
        var copies = _folder.CreateSubdirectory("copies").FullName;
        var copy = (await Shell.MustAsync("bash", [DeployFolder.Path("backup.sh"), "--to", copies], Settings)).Trim();
        await SqlAsync("DELETE FROM t; CREATE TABLE added_later (y int)");

        // Not over what is there, and not from a copy that lacks its end: then nothing is changed.
        await RestoreAsync(1, copy);
        var cut = Path.Combine(copies, "cut.dump");
        await File.WriteAllBytesAsync(cut, (await File.ReadAllBytesAsync(copy))[..^400]);
        await RestoreAsync(1, cut, "--force");
        Assert.Equal("0", await SqlAsync("SELECT count(*) FROM t"));

        await RestoreAsync(0, copy, "--force");
        Assert.Equal("1000|كلمة 7", await SqlAsync("SELECT count(*), max(x) FILTER (WHERE x LIKE '% 7') FROM t"));
        const string Tables = "SELECT tablename FROM pg_tables WHERE schemaname IN ('public', 'hangfire') ORDER BY tablename";
        Assert.Equal("job\nt", await SqlAsync(Tables));
    }

    [ProgramsFact("bash", "initdb", "pg_ctl", "pg_dump", "pg_restore", "psql")]
    public async Task Restore_WhileASessionIsEnding_WaitsForItAndRefusesOneThatStays()
    {
        await SqlAsync("CREATE TABLE t (x int)");
        var copy = (await Shell.MustAsync("bash", [DeployFolder.Path("backup.sh"), "--to", _folder.FullName], Settings)).Trim();

        var ending = SqlAsync("SELECT pg_sleep(2)");
        await Eventually.HoldsAsync(async () => await SqlAsync("SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(2)'") == "1");
        await RestoreAsync(0, copy, "--force");
        await ending;

        await using var open = new NpgsqlConnection($"{_storage.ConnectionString};Pooling=false");
        await open.OpenAsync();
        await RestoreAsync(1, copy, "--force");
    }

    public void Dispose()
    {
        _storage.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<string> SqlAsync(string sql)
    {
        var server = new NpgsqlConnectionStringBuilder(_storage.ConnectionString);
        string[] where = ["-h", server.Host!, "-p", $"{server.Port}", "-U", server.Username!, server.Database!];
        return (await Shell.MustAsync("psql", ["-XAtq", "-v", "ON_ERROR_STOP=1", "-c", sql, .. where])).Trim();
    }

    private Task<string> RestoreAsync(int code, string copy, params string[] options) =>
        Shell.MustEndAsync(code, "bash", [DeployFolder.Path("restore.sh"), copy, .. options], Settings);
}
