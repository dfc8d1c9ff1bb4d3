#if !MICROSOFT_BOT_FRAMEWORK
using System.Reflection;
using System.Text.RegularExpressions;

namespace Kayan.Bot.Tests.Framework;

/// <summary>Every line of docs/framework-parity.md names the tests that pin it, and they exist.</summary>
public sealed partial class ParityTableTests
{
    public static TheoryData<string> Lines => [.. Table()];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Line_OfTheTable_NamesTestsThatExist(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        Assert.Equal(6, cells.Length);
        Assert.All(cells[1..5], cell => Assert.NotEmpty(cell));
        var names = TestName().Matches(cells[4]);

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(IsTest(name.Groups[1].Value, name.Groups[2].Value), $"There is no test {name.Value}."));
    }

    [Fact]
    public void Table_IsNotEmpty() => Assert.True(Table().Count >= 60);

    private static bool IsTest(string type, string method) =>
        typeof(ParityTableTests).Assembly.GetType($"Kayan.Bot.Tests.Framework.{type}")?.GetMethod(method)
            ?.GetCustomAttributes<FactAttribute>().Any() == true;

    private static List<string> Table()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Kayan.Bot.sln")))
        {
            root = root.Parent;
        }

        return File.ReadLines(Path.Combine(root.FullName, "docs", "framework-parity.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Area", StringComparison.Ordinal))
            .ToList();
    }

    [GeneratedRegex(@"`(\w+)\.(\w+)`")]
    private static partial Regex TestName();
}
#endif
