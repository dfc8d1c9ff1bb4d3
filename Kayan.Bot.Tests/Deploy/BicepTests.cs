using System.Text.RegularExpressions;

namespace Kayan.Bot.Tests.Deploy;

/// <summary>deploy/azure/main.bicep, as far as it can be checked without Azure's tools.</summary>
public sealed partial class BicepTests
{
    private static readonly string Text = DeployFolder.Read("azure/main.bicep");

    private static readonly string Code = Comment().Replace(Text, "");

    [Fact]
    public void Bicep_Brackets_AreBalanced()
    {
        var open = new Stack<char>();
        foreach (var sign in String().Replace(Code, ""))
        {
            if (sign is '{' or '[' or '(')
            {
                open.Push(sign);
            }
            else if (sign is '}' or ']' or ')')
            {
                Assert.Equal(sign switch { '}' => '{', ']' => '[', _ => '(' }, open.Pop());
            }
        }

        Assert.Empty(open);
    }

    [Fact]
    public void Bicep_EveryParameterVariableAndExistingName_IsUsed() =>
        Assert.All(
            Declared().Matches(Code).Select(found => found.Groups[1].Value),
            name => Assert.True(Regex.Count(Code, $@"\b{name}\b") > 1, name));

    [Fact]
    public void Bicep_Secrets_AreSecureAndNoOutput()
    {
        var secrets = Declared().Matches(Code).Select(found => found.Groups[1].Value).Where(name => Secret().IsMatch(name)).ToList();

        Assert.NotEmpty(secrets);
        Assert.All(secrets, name => Assert.Matches($@"@secure\(\)\s+param {name} string", Code));
        Assert.All(Output().Matches(Code).Select(found => found.Value), output => Assert.DoesNotMatch(Secret(), output));
    }

    [Fact]
    public void Bicep_App_ListensToHealthAndKeepsSockets()
    {
        Assert.Contains("healthCheckPath: '/health/ready'", Code, StringComparison.Ordinal);
        Assert.Contains("webSocketsEnabled: true", Code, StringComparison.Ordinal);
        Assert.Contains("alwaysOn: true", Code, StringComparison.Ordinal);
        Assert.Contains("linuxFxVersion: 'DOTNETCORE|10.0'", Code, StringComparison.Ordinal);
        Assert.All(
            Resource().Matches(Code).Select(found => found.Groups[1].Value),
            type => Assert.Matches(@"^Microsoft\.[\w.]+(/\w+)+@20\d\d-\d\d-\d\d(-preview)?$", type));
    }

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"'(?:[^'\\]|\\.)*'")]
    private static partial Regex String();

    [GeneratedRegex(@"^(?:param|var) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"^output .*$", RegexOptions.Multiline)]
    private static partial Regex Output();

    [GeneratedRegex("(AuthToken|SigningKey|Password)$", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"^resource \w+ '([^']+)'", RegexOptions.Multiline)]
    private static partial Regex Resource();
}
