namespace Kayan.Bot.Tests.Harness;

/// <summary>
/// A test against Twilio's published API descriptions, from the folder that KAYAN_TWILIO_SPECS names or ../shared/data/specs beside the
/// project. They are not part of it, so it is skipped by name where they are absent.
/// </summary>
public sealed class TwilioSpecsFactAttribute : FactAttribute
{
    public TwilioSpecsFactAttribute() =>
        Skip = Prerequisite.SkipWithoutNodePackages
            ?? (Directory.Exists(Folder) ? null : "needs Twilio's API descriptions in the folder that KAYAN_TWILIO_SPECS names");

    public static string Folder { get; } = Environment.GetEnvironmentVariable("KAYAN_TWILIO_SPECS")
        ?? Path.GetFullPath(Path.Combine(Prerequisite.ProjectFolder, "..", "..", "shared", "data", "specs"));
}
