using System.Diagnostics;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Deploy;

/// <summary>A folder that stands for a machine's root, with a stand-in for systemctl that starts and stops one process.</summary>
internal sealed class ScratchRoot : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kayan-root-");
    private readonly FakeTwilioAccount _account = new();

    public ScratchRoot()
    {
        // What systemd does with the unit, as far as an installer sees it: the environment file, the credentials, one process.
        File.WriteAllText(Systemctl, $$"""
            #!/usr/bin/env bash
            root={{_folder.FullName}}
            pid=$(cat "$root/pid" 2>/dev/null)
            case "$1 ${!#}" in
              'start kayan-bot')
                cd "$root/opt/kayan-bot/current" || exit 1
                ( . {{DeployFolder.Path("common.sh")}}; load_env "$root/etc/kayan-bot/env"
                  CREDENTIALS_DIRECTORY=$root/etc/kayan-bot/secrets exec dotnet Kayan.Bot.dll ) > "$root/log" 2>&1 < /dev/null &
                echo $! > "$root/pid" ;;
              'stop kayan-bot')
                [ -z "$pid" ] || kill -TERM "$pid" 2>/dev/null
                while [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
                rm -f "$root/pid" ;;
              'is-active kayan-bot') [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null ;;
            esac
            """);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Systemctl, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    public string Path => _folder.FullName;

    public string Current => System.IO.Path.GetFileName(new FileInfo(In("opt/kayan-bot/current")).LinkTarget!);

    public string ProcessId => File.ReadAllText(In("pid")).Trim();

    private string Systemctl => In("systemctl");

    public Uri Address => new($"http://127.0.0.1:{Port}");

    private int Port { get; } = FreePort.Next();

    public string In(string path) => System.IO.Path.Combine(Path, path);

    /// <summary>What a person writes into the settings.</summary>
    public void FillIn()
    {
        var file = In("etc/kayan-bot/env");
        File.WriteAllText(file, File.ReadAllText(file)
            .Replace("\nTwilio__AccountSid=\n", $"\nTwilio__AccountSid={_account.Sid}\n", StringComparison.Ordinal)
            .Replace("\nTwilio__PublicBaseUrl=\n", "\nTwilio__PublicBaseUrl=https://bot.example.org\n", StringComparison.Ordinal)
            .Replace("\nTwilio__WhatsAppFrom=\n", $"\nTwilio__WhatsAppFrom={_account.WhatsAppFrom}\n", StringComparison.Ordinal)
            .Replace("http://127.0.0.1:5080", $"http://127.0.0.1:{Port}", StringComparison.Ordinal));
        File.WriteAllText(In("etc/kayan-bot/secrets/Twilio__AuthToken"), _account.AuthToken);
    }

    public Task<Ended> InstallAsync(string release) => RunAsync(release);

    public async Task<Ended> RunAsync(params string[] arguments)
    {
        var (code, output, error) = await Shell.RunAsync(
            "bash", [DeployFolder.Path("install.sh"), .. arguments, "--root", Path, "--systemctl", Systemctl]);
        return new(code, output, error);
    }

    public async Task<bool> IsReadyAsync()
    {
        var (code, _, _) = await Shell.RunAsync(
            "dotnet", [In("opt/kayan-bot/current/Kayan.Bot.dll"), "health", "--ready", "--url", $"http://127.0.0.1:{Port}"]);
        return code == 0;
    }

    public async Task<string> QueryAsync(string sql) => (await Shell.MustAsync("sqlite3", [In("var/lib/kayan-bot/kayan.db"), sql])).Trim();

    public async Task<string> ModeAsync(string path) => (await Shell.MustAsync("stat", ["-c", "%a", In(path)])).Trim();

    public string Copy(string folder, string name)
    {
        using var copy = Process.Start("cp", ["-R", folder, In(name)]);
        copy.WaitForExit();
        return In(name);
    }

    public async Task<string> PackAsync(string folder)
    {
        var (above, name) = (System.IO.Path.GetDirectoryName(folder), System.IO.Path.GetFileName(folder));
        await Shell.MustAsync("tar", ["-czf", In("release.tar.gz"), name], folder: above);
        return In("release.tar.gz");
    }

    public void Dispose()
    {
        if (File.Exists(In("pid")))
        {
            using var stop = Process.Start(Systemctl, ["stop", "kayan-bot"]);
            stop.WaitForExit();
        }

        _folder.Delete(recursive: true);
    }

    internal sealed record Ended(int Code, string Output, string Error)
    {
        /// <summary>The settings named one a line.</summary>
        public IEnumerable<string> Named() =>
            Error.Split('\n').Where(line => line.Contains("__", StringComparison.Ordinal) && !line.Contains(' ', StringComparison.Ordinal));
    }
}
