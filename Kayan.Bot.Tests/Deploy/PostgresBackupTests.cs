using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Deploy;

/// <summary>backup.sh and restore.sh against a PostgreSQL server of their own.</summary>
public sealed class PostgresBackupTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kayan-postgres-");
    private readonly int _port = FreePort.Next();

    private Dictionary<string, string> Settings => new()
    {
        ["Storage__Provider"] = "PostgreSql",
        ["ConnectionStrings__Kayan"] = $"Host={_folder.FullName};Port={_port};Database=kayan;Username=postgres;Password=\"a=b$c\"",
    };

    [ProgramsFact("bash", "initdb", "pg_ctl", "pg_dump", "pg_restore", "psql")]
    public async Task BackupThenRestore_PutsBackWhatWasThereAllOrNothing()
    {
        await StartAsync();
        await SqlAsync("postgres", "CREATE DATABASE kayan");
        await SqlAsync("kayan", "CREATE TABLE t (x text); INSERT INTO t SELECT 'كلمة ' || g FROM generate_series(1, 1000) g");
        await SqlAsync("kayan", "CREATE SCHEMA hangfire; CREATE TABLE hangfire.job (id int)");
        var copies = _folder.CreateSubdirectory("copies").FullName;
        var copy = (await Shell.MustAsync("bash", [DeployFolder.Path("backup.sh"), "--to", copies], Settings)).Trim();
        await SqlAsync("kayan", "DELETE FROM t; CREATE TABLE added_later (y int)");

        // Not over what is there, and not from a copy that lacks its end: then nothing is changed.
        Assert.Equal(1, await RestoreAsync(copy));
        var cut = Path.Combine(copies, "cut.dump");
        await File.WriteAllBytesAsync(cut, (await File.ReadAllBytesAsync(copy))[..^400]);
        Assert.Equal(1, await RestoreAsync(cut, "--force"));
        Assert.Equal("0", await SqlAsync("kayan", "SELECT count(*) FROM t"));

        Assert.Equal(0, await RestoreAsync(copy, "--force"));
        Assert.Equal("1000|كلمة 7", await SqlAsync("kayan", "SELECT count(*), max(x) FILTER (WHERE x LIKE '% 7') FROM t"));
        const string Tables = "SELECT tablename FROM pg_tables WHERE schemaname IN ('public', 'hangfire') ORDER BY tablename";
        Assert.Equal("job\nt", await SqlAsync("kayan", Tables));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (Directory.Exists(Data))
        {
            await AsServerAsync("pg_ctl", "stop", "-D", Data, "-m", "immediate");
        }

        _folder.Delete(recursive: true);
    }

    private string Data => Path.Combine(_folder.FullName, "data");

    private async Task StartAsync()
    {
        if (Environment.UserName == "root")
        {
            await Shell.MustAsync("chown", ["postgres", _folder.FullName]);
        }

        await AsServerAsync("initdb", "-D", Data, "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8");
        await AsServerAsync(
            "pg_ctl", "start", "-w", "-D", Data, "-l", Path.Combine(_folder.FullName, "log"),
            "-o", $"-p {_port} -k {_folder.FullName} -c listen_addresses= -c fsync=off");
    }

    /// <summary>The server refuses to run as root.</summary>
    private static Task<string> AsServerAsync(string program, params string[] arguments) => Environment.UserName == "root"
        ? Shell.MustAsync("runuser", ["-u", "postgres", "--", program, .. arguments], folder: "/")
        : Shell.MustAsync(program, arguments);

    private async Task<string> SqlAsync(string database, string sql)
    {
        string[] server = ["-h", _folder.FullName, "-p", $"{_port}", "-U", "postgres"];
        return (await Shell.MustAsync("psql", ["-XAtq", "-v", "ON_ERROR_STOP=1", .. server, "-c", sql, database])).Trim();
    }

    private async Task<int> RestoreAsync(string copy, params string[] options) =>
        (await Shell.RunAsync("bash", [DeployFolder.Path("restore.sh"), copy, .. options], Settings)).Code;
}
