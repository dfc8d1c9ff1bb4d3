using System.Reflection;

namespace Kayan.Bot.Tests;

/// <summary>The arrows of the house: Domain ← Dialogs ← Kayan.Bot; Framework ← Dialogs, Kayan.Bot.</summary>
public sealed class ArchitectureTests
{
    public static TheoryData<string, string[]> Arrows => new()
    {
        { "Kayan.Bot.Domain", [] },
#if !MICROSOFT_BOT_FRAMEWORK
        { "Kayan.Bot.Framework", [] },
#endif
        { "Kayan.Bot.Dialogs", ["Kayan.Bot.Domain", "Kayan.Bot.Framework"] },
        { "Kayan.Bot", ["Kayan.Bot.Dialogs", "Kayan.Bot.Domain", "Kayan.Bot.Framework"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void Assembly_References_FollowTheArrows(string assembly, string[] allowed)
    {
        var ours = References(assembly).Where(name => name.StartsWith("Kayan.Bot", StringComparison.Ordinal));

        Assert.Empty(ours.Except(allowed));
    }

    [Theory]
    [InlineData("Kayan.Bot.Domain")]
#if !MICROSOFT_BOT_FRAMEWORK
    [InlineData("Kayan.Bot.Framework")]
#endif
    public void DomainAndFramework_UseNoPackages(string assembly)
    {
        var foreign = References(assembly).Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

        Assert.Empty(foreign);
    }

    [Fact]
    public void Dialogs_KnowNoStorageNoHttpNoTwilioNoJobs()
    {
        string[] forbidden = ["Microsoft.EntityFrameworkCore", "System.Net.Http", "Microsoft.AspNetCore", "Hangfire", "Twilio"];

        var wrong = References("Kayan.Bot.Dialogs").Where(name => forbidden.Any(f => name.StartsWith(f, StringComparison.Ordinal)));

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> References(string assembly) =>
        Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!);
}
