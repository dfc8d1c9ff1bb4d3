using System.Diagnostics;

namespace Kayan.Bot.Tests.Reliability;

/// <summary>A tmpfs that is soon full. Only root may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    public static bool Possible => OperatingSystem.IsLinux() && Environment.UserName == "root" && Try(out var disk) && Unmount(disk);

    public static SmallDisk Mount(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("kayan-disk-").FullName;
        return Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder) == 0
            ? new SmallDisk(folder)
            : throw new InvalidOperationException("tmpfs could not be mounted.");
    }

    /// <summary>Leaves 64 KB.</summary>
    public void Fill()
    {
        var free = new DriveInfo(Folder).AvailableFreeSpace;
        File.WriteAllBytes(Path.Combine(Folder, "ballast"), new byte[Math.Max(0, free - 65_536)]);
    }

    public void Free() => File.Delete(Path.Combine(Folder, "ballast"));

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static bool Try(out SmallDisk disk)
    {
        try
        {
            disk = Mount(1);
            return true;
        }
        catch (InvalidOperationException)
        {
            disk = null!;
            return false;
        }
    }

    private static bool Unmount(SmallDisk disk)
    {
        disk.Dispose();
        return true;
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
