using System.Text.RegularExpressions;
using Kayan.Bot.CommandLine;
using Kayan.Bot.Settings;

namespace Kayan.Bot.Tests.Deploy;

/// <summary>The runbook names files, commands and settings that exist.</summary>
public sealed partial class RunbookTests
{
    private static readonly string Text = DeployFolder.Read("RUNBOOK.md");

    /// <summary>The anchors of its headings, as GitHub and GitLab make them.</summary>
    public static IReadOnlyList<string> Anchors() =>
        [.. Heading().Matches(Text).Select(found => Sign().Replace(found.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'))];

    [Fact]
    public void Runbook_EveryLinkWithin_LeadsToAHeading() =>
        Assert.All(Link().Matches(Text).Select(found => found.Groups[1].Value), anchor => Assert.Contains(anchor, Anchors()));

    [Fact]
    public void Runbook_EveryFileOfThisFolder_Exists() =>
        Assert.All(
            Named().Matches(Text).Select(found => found.Value).Where(name => name != "deploy/secrets"),
            name => Assert.True(Path.Exists(DeployFolder.Path("../" + name)), name));

    [Fact]
    public void Runbook_EveryCommandOfTheService_Exists() =>
        Assert.All(
            Command().Matches(Text).Select(found => found.Groups[1].Value).Distinct(),
            command => Assert.True(Commands.Names([command]) || command == "db", command));

    [Fact]
    public void Runbook_EverySetting_Exists()
    {
        var names = SettingsCatalogue.All.SelectMany(setting => new[] { setting.Name, setting.EnvironmentName }).ToHashSet();
        var elsewhere = SettingName().Matches(Text).Select(found => found.Groups[1].Value).Distinct().Where(name => !names.Contains(name));

        // The database's provider and the metrics have classes of their own.
        Assert.All(elsewhere, name => Assert.Matches("^(Storage|Metrics)(:|__)", name));
    }

    [GeneratedRegex(@"^#{1,4} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Sign();

    [GeneratedRegex(@"\]\(#([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w/-])deploy/[\w.-]+(?:/[\w.-]+)?(?<!\.)")]
    private static partial Regex Named();

    [GeneratedRegex(@"Kayan\.Bot\.dll ([a-z-]+)")]
    private static partial Regex Command();

    [GeneratedRegex(@"[`/ ]([A-Z]\w+(?:__|:)[A-Z]\w+(?:(?:__|:)\w+)*)[`= ]")]
    private static partial Regex SettingName();
}
