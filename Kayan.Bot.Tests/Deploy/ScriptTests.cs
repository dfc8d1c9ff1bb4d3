using System.Text.RegularExpressions;

namespace Kayan.Bot.Tests.Deploy;

/// <summary>The scripts and units as their own checkers see them.</summary>
public sealed class ScriptTests
{
    private static readonly string[] Units = ["kayan-bot.service", "kayan-bot-backup.service", "kayan-bot-backup.timer"];

    [ProgramsFact("shellcheck")]
    public async Task Scripts_ByShellCheck_AreClean()
    {
        var scripts = Directory.GetFiles(DeployFolder.Path(""))
            .Where(file => File.ReadLines(file).FirstOrDefault() is "#!/usr/bin/env bash" or "# shellcheck shell=bash")
            .ToList();

        Assert.True(scripts.Count >= 6);
        await Shell.MustAsync("shellcheck", ["-x", .. scripts]);
    }

    [ProgramsFact("systemd-analyze")]
    public async Task Units_BySystemd_AreUnderstoodAndTheServiceIsHardened()
    {
        var folder = Directory.CreateTempSubdirectory("kayan-units-");
        try
        {
            foreach (var unit in Units)
            {
                // The program that a unit starts need not be on the machine that checks it.
                var text = DeployFolder.Read(unit)
                    .Replace("/opt/kayan-bot/current/deploy/backup.sh", "/bin/true", StringComparison.Ordinal)
                    .Replace("ExecStart=/usr/bin/dotnet", "ExecStart=/bin/true", StringComparison.Ordinal);
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, unit), text);
            }

            var (code, output, error) = await Shell.RunAsync(
                "systemd-analyze", ["verify", "--man=no", .. Units.Select(unit => Path.Combine(folder.FullName, unit))]);
            Assert.True(code == 0 && error.Length == 0, output + error);
            await Shell.MustAsync(
                "systemd-analyze", ["security", "--offline=true", "--threshold=20", Path.Combine(folder.FullName, "kayan-bot.service")]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Unit_StopsSlowlyEnoughAndDoesNotRestartWithoutSettings()
    {
        var unit = DeployFolder.Read("kayan-bot.service").Split('\n');

        Assert.Contains("Type=notify", unit);
        Assert.Contains("RestartPreventExitStatus=78", unit);
        Assert.Contains("ProtectSystem=strict", unit);
        Assert.Contains("StateDirectory=kayan-bot", unit);
        Assert.DoesNotContain("MemoryDenyWriteExecute=yes", unit);
        Assert.Contains("TimeoutStopSec=30", unit);
    }

    [Fact]
    public async Task ReleaseCheck_EveryVariableThatItRaises_IsReadByATest()
    {
        var names = Regex.Matches(DeployFolder.Read("release-check"), "KAYAN_[A-Z_]+").Select(found => found.Value).Distinct().ToList();
        var files = Directory.GetFiles(Path.Combine(DeployFolder.Root, "Kayan.Bot.Tests"), "*.cs", SearchOption.AllDirectories);
        var tests = await Task.WhenAll(files.Select(file => File.ReadAllTextAsync(file)));

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains(tests, text => text.Contains($"\"{name}\"", StringComparison.Ordinal)));
    }
}
