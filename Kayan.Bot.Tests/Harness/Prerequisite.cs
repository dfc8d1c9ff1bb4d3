namespace Kayan.Bot.Tests.Harness;

/// <summary>What a test needs from the machine. With KAYAN_REQUIRE_ALL=1 nothing is skipped: what is absent then fails.</summary>
internal static class Prerequisite
{
    public static string Chromium { get; } = Environment.GetEnvironmentVariable("KAYAN_CHROMIUM") ?? "/usr/bin/chromium";

    public static string? SkipWithoutChromium { get; } =
        RequireAll || File.Exists(Chromium) ? null : $"needs Chromium at {Chromium}, or its path in KAYAN_CHROMIUM";

    public static string? SkipWithoutNode { get; } =
        RequireAll || OnPath("node") ? null : "needs Node.js on the PATH";

    /// <summary>The npm packages of this project, which some tests take as independent peers.</summary>
    public static string? SkipWithoutNodePackages { get; } =
        SkipWithoutNode ?? (RequireAll || Directory.Exists(Path.Combine(ProjectFolder, "node_modules")) ? null : "needs npm ci --prefix Kayan.Bot.Tests");

    public static string? SkipWithoutPostgreSql { get; } =
        RequireAll || PostgreSqlServer.Programs is not null || Environment.GetEnvironmentVariable("KAYAN_TEST_POSTGRESQL") is { Length: > 0 }
            ? null
            : "needs the server programs of PostgreSQL (apt-get install postgresql), or a connection string in KAYAN_TEST_POSTGRESQL";

    /// <summary>The folder of this project's sources.</summary>
    public static string ProjectFolder => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));

    private static bool RequireAll => Environment.GetEnvironmentVariable("KAYAN_REQUIRE_ALL") == "1";

    private static bool OnPath(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
    }
}
