namespace Kayan.Bot.Tests.Deploy;

/// <summary>deploy/install.sh in a scratch root: first installation, upgrade, a release that does not start, the way back.</summary>
[Collection(PublishedCollection.Name)]
public sealed class InstallTests(PublishedFolder published) : IDisposable
{
    private readonly ScratchRoot _root = new();

    [ProgramsFact("bash", "sqlite3")]
    public async Task Install_FirstAgainBrokenNewerAndBack_KeepsDataAndSettingsAndStaysHealthy()
    {
        // The first time it lays everything out and says what is missing.
        var first = await _root.InstallAsync(published.Path);
        Assert.Equal(0, first.Code);
        Assert.Equal(["Twilio__AccountSid", "Twilio__AuthToken", "Twilio__PublicBaseUrl", "Twilio__WhatsAppFrom"], first.Named().Order());
        Assert.Equal("640", await _root.ModeAsync("etc/kayan-bot/env"));
        Assert.Equal("600", await _root.ModeAsync("etc/kayan-bot/secrets/WebChat__SigningKey"));
        Assert.True(File.ReadAllText(_root.In("etc/kayan-bot/secrets/WebChat__SigningKey")).Length >= 32);

        // Filled in, the same command starts it.
        _root.FillIn();
        Assert.Equal(0, (await _root.InstallAsync(published.Path)).Code);
        Assert.True(await _root.IsReadyAsync());
        var release = _root.Current;
        var started = _root.ProcessId;
        await _root.QueryAsync("CREATE TABLE Kept (Word); INSERT INTO Kept VALUES ('كلمة')");
        var settings = File.ReadAllText(_root.In("etc/kayan-bot/env"));

        using (var http = new HttpClient { BaseAddress = _root.Address })
        {
            Assert.Contains("/webchat/", await http.GetStringAsync("/chat"), StringComparison.Ordinal);
            Assert.Equal("Healthy", await http.GetStringAsync("/health/live"));
        }

        // Once more, from a tar.gz of the same: nothing to do, nothing is stopped.
        Assert.Equal(0, (await _root.InstallAsync(await _root.PackAsync(published.Path))).Code);
        Assert.Equal((release, started), (_root.Current, _root.ProcessId));

        await AssertARefusedReleaseChangesNothingAsync(release);

        await AssertAReleaseThatBroughtTheDatabaseForwardIsTakenBackWithItAsync(release);

        // A newer one takes over, after a backup.
        var copies = Copies();
        var newer = _root.Copy(published.Path, "newer");
        File.WriteAllText(Path.Combine(newer, "notes.txt"), "newer");
        Assert.Equal(0, (await _root.InstallAsync(newer)).Code);
        Assert.NotEqual(release, _root.Current);
        Assert.True(await _root.IsReadyAsync());
        Assert.Equal(copies + 1, Copies());
        Assert.Equal(settings, File.ReadAllText(_root.In("etc/kayan-bot/env")));
        Assert.Equal("كلمة", await _root.QueryAsync("SELECT Word FROM Kept"));

        // And back.
        Assert.Equal(0, (await _root.RunAsync("--back")).Code);
        Assert.Equal(release, _root.Current);
        Assert.True(await _root.IsReadyAsync());
        Assert.Equal("كلمة", await _root.QueryAsync("SELECT Word FROM Kept"));
    }

    [ProgramsFact("bash")]
    public async Task Install_WhatIsNoRelease_IsRefused()
    {
        Assert.Equal(1, (await _root.InstallAsync(DeployFolder.Path(""))).Code);
        Assert.Equal(1, (await _root.RunAsync("--back")).Code);
        Assert.Equal(2, (await _root.RunAsync("--forward")).Code);
        Assert.False(Path.Exists(_root.In("opt/kayan-bot/current")));
    }

    public void Dispose() => _root.Dispose();

    private int Copies() => Directory.GetFiles(_root.In("var/backups/kayan-bot"), "*.db").Length;

    private async Task AssertAReleaseThatBroughtTheDatabaseForwardIsTakenBackWithItAsync(string release)
    {
        // After its backup it leaves the mark of a migration that the release before does not know, and does not start.
        var newer = _root.Copy(published.Path, "forward");
        _root.Copy(DeployFolder.Path(""), "forward/deploy");
        File.WriteAllText(Path.Combine(newer, "appsettings.json"), """{ "Api": { "CallsPerMinute": 0 } }""");
        var backup = Path.Combine(newer, "deploy", "backup.sh");
        File.Move(backup, Path.Combine(newer, "deploy", "really-backup.sh"));
        File.WriteAllText(backup, $"""
            #!/bin/bash
            set -e
            "$(dirname "$0")/really-backup.sh" "$@"
            sqlite3 '{_root.In("var/lib/kayan-bot/kayan.db")}' "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Future', '99')" >&2
            """);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(backup, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var (code, _, error) = await _root.InstallAsync(newer);

        Assert.True(code == 3, error);
        Assert.Contains("what it was before the upgrade", error, StringComparison.Ordinal);
        Assert.Equal(release, _root.Current);
        Assert.True(await _root.IsReadyAsync());
        Assert.Equal("0", await _root.QueryAsync("SELECT COUNT(*) FROM __EFMigrationsHistory WHERE MigrationId LIKE '2999%'"));
        Assert.Equal("كلمة", await _root.QueryAsync("SELECT Word FROM Kept"));
    }

    private async Task AssertARefusedReleaseChangesNothingAsync(string release)
    {
        // Without a backup nothing is touched.
        var started = _root.ProcessId;
        var unsaved = _root.Copy(published.Path, "unsaved");
        _root.Copy(DeployFolder.Path(""), "unsaved/deploy");
        File.WriteAllText(Path.Combine(unsaved, "deploy", "backup.sh"), "#!/bin/sh\nexit 1\n");
        Assert.Equal(1, (await _root.InstallAsync(unsaved)).Code);
        Assert.Equal((release, started), (_root.Current, _root.ProcessId));

        // A release that refuses its settings is taken back.
        var broken = _root.Copy(published.Path, "broken");
        File.WriteAllText(Path.Combine(broken, "appsettings.json"), """{ "Api": { "CallsPerMinute": 0 } }""");
        var (code, _, error) = await _root.InstallAsync(broken);
        Assert.Equal(3, code);
        Assert.Contains($"{release} runs again", error, StringComparison.Ordinal);
        Assert.Equal(release, _root.Current);
        Assert.True(await _root.IsReadyAsync());
    }
}
