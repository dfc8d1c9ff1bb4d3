using System.Diagnostics;
using Npgsql;

namespace Kayan.Bot.Tests.Harness;

/// <summary>
/// One PostgreSQL server for the tests of this process, on a free loopback port, from the binaries of the system; or the one that
/// KAYAN_TEST_POSTGRESQL names. It goes away with the process.
/// </summary>
internal static class PostgreSqlServer
{
    private static readonly Lazy<string> Running = new(() => Environment.GetEnvironmentVariable("KAYAN_TEST_POSTGRESQL") is { Length: > 0 } given ? given : Start());

    public static string ConnectionString => Running.Value;

    /// <summary>Where the server's programs are; null where there are none.</summary>
    public static string? Programs { get; } = Folders().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));

    public static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        connection.Open();
        connection.Execute(sql);
    }

    private static string Start()
    {
        var (folder, port) = (Run("mktemp", "-d", "/tmp/kayan-postgres-XXXXXX").Trim(), FreePort.Next());
        Run(Path.Combine(Programs!, "initdb"), "-D", folder, "-A", "trust", "-U", "kayan", "-E", "UTF8", "--locale=C", "--no-sync");
        var options = $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=400 -c fsync=off -c shared_buffers=64MB";
        Run(Path.Combine(Programs!, "pg_ctl"), "-D", folder, "-w", "-l", Path.Combine(folder, "log"), "-o", options, "start");
        var end = $"'{Path.Combine(Programs!, "pg_ctl")}' -D '{folder}' -m immediate stop; rm -rf '{folder}'";
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Process.Start(AsServer("sh", "-c", end))!.Dispose(); // nothing waits for a process that ends
        return $"Host=127.0.0.1;Port={port};Username=kayan;Database=postgres;Include Error Detail=true";
    }

    // The server refuses to run as root.
    private static ProcessStartInfo AsServer(string program, params string[] arguments)
    {
        var isRoot = Environment.UserName == "root";
        return new ProcessStartInfo(isRoot ? "runuser" : program, isRoot ? ["-u", "nobody", "--", program, .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
            WorkingDirectory = "/tmp",
        };
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(AsServer(program, arguments))!;
        var output = program.EndsWith("pg_ctl", StringComparison.Ordinal) ? "" : process.StandardOutput.ReadToEnd(); // the server keeps its end open
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output}");
    }

    private static IEnumerable<string> Folders()
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            : [];
        return debian.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
    }
}
