namespace Kayan.Bot.Tests.Deploy;

/// <summary>A test that runs programs of the system; skipped by name where one is absent, with KAYAN_REQUIRE_ALL=1 never.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramsFactAttribute : FactAttribute
{
    public ProgramsFactAttribute(params string[] programs)
    {
        var absent = programs.Where(program => !Exists(program)).ToList();
        if (absent.Count > 0 && Environment.GetEnvironmentVariable("KAYAN_REQUIRE_ALL") != "1")
        {
            Skip = $"needs {string.Join(", ", absent)}";
        }
    }

    internal static bool Exists(string program) => Folders().Any(folder => File.Exists(Path.Combine(folder, program)));

    // Programs of the administrator are not on everybody's PATH.
    private static IEnumerable<string> Folders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(folder => folder.Length > 0).Append("/usr/sbin");
}
