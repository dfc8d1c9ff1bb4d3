using System.Collections.Concurrent;
using System.Globalization;
using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Harness;
using Kayan.Bot.Tests.Reliability;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kayan.Bot.Tests.Deploy;

/// <summary>R39: backup.sh while people write, restore.sh, and the service on what was restored.</summary>
[Collection(WholeMachine.Name)]
public sealed class BackupTests : IDisposable
{
    private const string Canary = "canary-in-the-clear";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kayan-backups-");

    [ProgramsFact("bash", "sqlite3")]
    public Task BackupUnderLoad_Restored_HoldsWhatWasAcknowledgedBeforeAndHandlesTheRestOnce() => DrillAsync(StorageProvider.Sqlite);

    [ProgramsFact("bash", "initdb", "pg_ctl", "pg_dump", "pg_restore", "psql")]
    public Task BackupUnderLoad_OnPostgreSql_HoldsWhatWasAcknowledgedBeforeAndHandlesTheRestOnce() => DrillAsync(StorageProvider.PostgreSql);

    private async Task DrillAsync(StorageProvider kind)
    {
        using var storage = TestStorage.Create(kind, _folder.CreateSubdirectory("database").FullName, empty: true);
        await using var twilio = await FakeTwilio.StartAsync();
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        using var first = new KayanProcess(twilio.Account, twilio.BaseAddress, storage: storage);
        await first.StartAsync();
        await WriteAsync(twilio, http, first, people: 5, [], () => true);
        await LedgerCheck.DrainedAsync(storage);
        Assert.Equal(0, await first.TerminateAsync(default));

        // From now on messages are taken in and none is handled, so that the copy surely holds some of both kinds.
        using var second = new KayanProcess(twilio.Account, twilio.BaseAddress, new() { ["Pipeline__Turns"] = "0" }, storage: storage);
        var same = new Dictionary<string, string> { ["Storage__Provider"] = $"{kind}", ["ConnectionStrings__Kayan"] = storage.ConnectionString };
        await second.StartAsync();
        var acknowledged = new ConcurrentBag<string>();
        var enough = false;
        var writing = WriteAsync(twilio, http, second, people: 100, /* so that nobody hears the same so often that it looks like a loop */ acknowledged, () => Volatile.Read(ref enough));
        await Eventually.HoldsAsync(() => Task.FromResult(acknowledged.Count >= 150));
        string[] before = [.. acknowledged];
        var copy = (await Shell.MustAsync("bash", [DeployFolder.Path("backup.sh"), "--to", _folder.FullName], same)).Trim();
        var after = acknowledged.Count;
        await Eventually.HoldsAsync(() => Task.FromResult(acknowledged.Count >= after + 200)); // more than are on the way at once
        Volatile.Write(ref enough, true);
        await writing;

        await RestoreAsync(1, copy, same, "--force");
        await second.KillAsync();
        SqliteConnection.ClearAllPools(); // this process looked into it too
        NpgsqlConnection.ClearAllPools();
        await RestoreAsync(1, copy, same);
        await RestoreAsync(0, copy, same, "--force");
        Assert.Equal(kind == StorageProvider.Sqlite ? 1 : 0, Directory.GetFiles(_folder.FullName, "kayan.db.before-*", SearchOption.AllDirectories).Length);

        using var third = new KayanProcess(twilio.Account, twilio.BaseAddress, storage: storage);
        await third.StartAsync();
        await LedgerCheck.DrainedAsync(storage);
        await using var db = LedgerCheck.Open(storage);
        var held = await db.InboxMessages.Select(message => message.ExternalId).ToListAsync();
        Assert.Empty(before.Except(held));
        Assert.NotEmpty(acknowledged.Except(held)); // it is a moment of the past
        await LedgerCheck.HoldsAsync(storage, twilio, held.Count);
    }

    [ProgramsFact("bash", "sqlite3")]
    public async Task Backup_OldCopies_GoOnlyAfterAGoodOne()
    {
        var database = await DatabaseAsync("CREATE TABLE t (x); INSERT INTO t VALUES (1)");
        var old = Path.Combine(_folder.FullName, "kayan-20200101T000000Z-1.db");
        await File.WriteAllTextAsync(old, "old");
        File.SetLastWriteTimeUtc(old, new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var strange = Path.Combine(_folder.FullName, "letters.txt");
        await File.WriteAllTextAsync(strange, "mine");
        File.SetLastWriteTimeUtc(strange, new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(1, await BackupAsync("/nowhere/kayan.db"));
        Assert.True(File.Exists(old));
        Assert.Equal(0, await BackupAsync(database));

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(strange));
        Assert.Equal(2, await BackupAsync(database, "--keep", "a week"));
    }

    [ProgramsFact("bash", "sqlite3")]
    public async Task Backup_OfADamagedDatabase_IsNoBackup()
    {
        var database = await DatabaseAsync(
            "CREATE TABLE t (x); INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n LIMIT 20000) SELECT i FROM n");
        await using (var file = File.OpenWrite(database))
        {
            file.Seek(8192, SeekOrigin.Begin);
            await file.WriteAsync(new byte[40_000]);
        }

        Assert.Equal(1, await BackupAsync(database));
        Assert.Empty(Directory.GetFiles(_folder.FullName, "kayan-*"));
    }

    [ProgramsFact("bash", "sqlite3", "age", "age-keygen")]
    public async Task Backup_EncryptedWithAge_IsRestoredWithTheKeyOnly()
    {
        var key = Path.Combine(_folder.FullName, "key.txt");
        await Shell.MustAsync("age-keygen", ["-o", key]);
        var recipient = (await Shell.MustAsync("age-keygen", ["-y", key])).Trim();
        var (copy, database) = await EncryptAsync("--age", recipient);

        Assert.EndsWith(".db.age", copy, StringComparison.Ordinal);
        await RestoreAsync(1, copy, At(database));
        await RestoreAsync(0, copy, At(database), "--identity", key);
        Assert.Contains(Canary, await Shell.MustAsync("sqlite3", [database, "SELECT x FROM t"]), StringComparison.Ordinal);
    }

    [ProgramsFact("bash", "sqlite3", "gpg", "gpgconf")]
    public async Task Backup_EncryptedWithGpg_IsRestoredWithTheKeyringOnly()
    {
        const string Recipient = "backup@kayan.example";
        Dictionary<string, string> keys = new() { ["GNUPGHOME"] = _folder.CreateSubdirectory("keys").FullName };
        Dictionary<string, string> none = new() { ["GNUPGHOME"] = _folder.CreateSubdirectory("none").FullName };
        try
        {
            string[] generate = ["--batch", "--quiet", "--passphrase", "", "--quick-generate-key", Recipient, "default", "default", "never"];
            await Shell.MustAsync("gpg", generate, keys);
            var (copy, database) = await EncryptAsync("--gpg", Recipient, keys);

            Assert.EndsWith(".db.gpg", copy, StringComparison.Ordinal);
            await RestoreAsync(1, copy, At(database, none));
            await RestoreAsync(0, copy, At(database, keys));
            Assert.Contains(Canary, await Shell.MustAsync("sqlite3", [database, "SELECT x FROM t"]), StringComparison.Ordinal);
        }
        finally
        {
            await Shell.RunAsync("gpgconf", ["--kill", "all"], keys); // the agent that gpg leaves behind
            await Shell.RunAsync("gpgconf", ["--kill", "all"], none);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task WriteAsync(
        FakeTwilio twilio, HttpClient http, KayanProcess service, int people, ConcurrentBag<string> acknowledged, Func<bool> enough)
    {
        await Task.WhenAll(Enumerable.Range(0, people).Select(async person =>
        {
            var phone = new FakeTwilioPhone(twilio.Account, http, service.Address, Crowd.Phone(person));
            for (var i = 1; i == 1 || !enough(); i++)
            {
                acknowledged.Add(await phone.WhatsAppAsync("متى دوامكم " + i.ToString(CultureInfo.InvariantCulture)));
            }
        }));
    }

    private static Task<string> RestoreAsync(int code, string copy, Dictionary<string, string> database, params string[] options) =>
        Shell.MustEndAsync(code, "bash", [DeployFolder.Path("restore.sh"), copy, .. options], database);

    private async Task<int> BackupAsync(string database, params string[] options) =>
        (await Shell.RunAsync("bash", [DeployFolder.Path("backup.sh"), "--to", _folder.FullName, .. options], At(database))).Code;

    /// <summary>An encrypted copy of a database with the canary, which is not in the copy's clear; the database is gone.</summary>
    private async Task<(string Copy, string Database)> EncryptAsync(string cipher, string recipient, Dictionary<string, string>? environment = null)
    {
        var database = await DatabaseAsync($"CREATE TABLE t (x); INSERT INTO t VALUES ('{Canary}')");
        string[] backup = [DeployFolder.Path("backup.sh"), "--to", _folder.FullName, cipher];
        await Shell.MustEndAsync(1, "bash", [.. backup, "nobody@kayan.example"], At(database, environment));
        await Shell.MustAsync("bash", [.. backup, recipient], At(database, environment));
        var copy = Assert.Single(Directory.GetFiles(_folder.FullName, "kayan-*"));
        Assert.DoesNotContain(Canary, await File.ReadAllTextAsync(copy), StringComparison.Ordinal);
        File.Delete(database);
        return (copy, database);
    }

    private async Task<string> DatabaseAsync(string sql)
    {
        var file = Path.Combine(_folder.FullName, "service.db");
        await Shell.MustAsync("sqlite3", [file, sql]);
        return file;
    }

    private static Dictionary<string, string> At(string database, Dictionary<string, string>? environment = null) =>
        new(environment ?? []) { ["ConnectionStrings__Kayan"] = $"Data Source={database}" };
}
