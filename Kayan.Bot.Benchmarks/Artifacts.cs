namespace Kayan.Bot.Benchmarks;

/// <summary>Where a run keeps its databases: beside the working directory, because a temporary folder may be in memory.</summary>
internal static class Artifacts
{
    public static string Folder => Path.Combine(Environment.CurrentDirectory, "artifacts");
}
