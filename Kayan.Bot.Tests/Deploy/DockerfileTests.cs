using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Kayan.Bot.Tests.Deploy;

/// <summary>The container, as far as it can be checked without an engine: what goes in, what runs, as whom.</summary>
[Collection(PublishedCollection.Name)]
public sealed partial class DockerfileTests(PublishedFolder published)
{
    private readonly Dockerfile _file = Dockerfile.Load();

    [Fact]
    public void Image_Runs_AsANumberAndAsksForItsHealthItself()
    {
        var final = _file.Instructions.Where(one => one.Stage == "final").ToList();

        Assert.Equal("mcr.microsoft.com/dotnet/aspnet:10.0 AS final", final[0].Arguments);
        Assert.Matches("^[1-9][0-9]*:[1-9][0-9]*$", final.Last(one => one.Instruction == "USER").Arguments);
        Assert.Matches("\"Kayan.Bot.dll\", \"health\"", final.Single(one => one.Instruction == "HEALTHCHECK").Arguments);
        Assert.Equal("/data", final.Single(one => one.Instruction == "VOLUME").Arguments);
        Assert.DoesNotContain(final, one => one.Arguments.Contains("node", StringComparison.Ordinal));
        Assert.Equal(["--from=build /app ./"], final.Where(one => one.Instruction == "COPY").Select(one => one.Arguments));
        Assert.DoesNotContain(_file.Instructions, one => one.Instruction == "ADD");
        Assert.DoesNotContain(_file.Of("ENV"), one => SecretName().IsMatch(one.Arguments));
    }

    [Fact]
    public void Build_WhatItCopies_ExistsAndIsNotIgnored()
    {
        var allowed = DeployFolder.Lines("../.dockerignore").Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();
        var copied = _file.Of("COPY").Where(one => !one.Arguments.StartsWith("--from", StringComparison.Ordinal))
            .SelectMany(one => one.Arguments.Split(' ')[..^1]).ToList();

        Assert.Equal("*", DeployFolder.Lines("../.dockerignore").First(line => line.Length > 0 && line[0] != '#'));
        Assert.All(copied, path => Assert.True(Path.Exists(Path.Combine(DeployFolder.Root, path)), path));
        Assert.All(copied, path => Assert.Contains(path.Split('/')[0], allowed));
        // Every project that the service is built from, and no other.
        var projects = copied.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(["Kayan.Bot", "Kayan.Bot.Dialogs", "Kayan.Bot.Domain", "Kayan.Bot.Framework"], projects.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Published_Folder_HoldsNoDataNoTestsAndNoSecrets()
    {
        var files = Directory.GetFiles(published.Path, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(published.Path, file)).ToList();

        Assert.Contains("Kayan.Bot.dll", files);
        Assert.Contains("Kayan.Bot.xml", files);
        Assert.DoesNotContain(files, file => Unwanted().IsMatch(file));
        Assert.All(
            files.Where(file => file.StartsWith("appsettings", StringComparison.Ordinal)),
            file => Assert.DoesNotMatch(SecretName(), File.ReadAllText(Path.Combine(published.Path, file))));
    }

    [Fact]
    public async Task Published_Folder_KnowsItsSettings() =>
        Assert.Equal(
            DeployFolder.Read("env.example"),
            await Shell.MustAsync("dotnet", [Path.Combine(published.Path, "Kayan.Bot.dll"), "settings", "env"]));

    [Fact]
    public async Task Health_OfNobody_IsRed()
    {
        var port = Harness.FreePort.Next();

        var (code, _, error) = await Shell.RunAsync(
            "dotnet", [Path.Combine(published.Path, "Kayan.Bot.dll"), "health"], new() { ["ASPNETCORE_URLS"] = $"http://+:{port}" });

        Assert.Equal(1, code);
        Assert.Contains($"http://127.0.0.1:{port}/health/live", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_Services_AreReadOnlyNamedAndTakeTheirSecretsAsFiles()
    {
        var root = Compose();
        var services = (YamlMappingNode)root["services"];
        var bot = services["kayan-bot"];
        var secrets = ((YamlMappingNode)root["secrets"]).Children.Keys.Select(key => key.ToString()).ToHashSet();

        Assert.Equal("true", bot["read_only"].ToString());
        Assert.Equal("deploy/Dockerfile", bot["build"]["dockerfile"].ToString());
        Assert.Equal(["ALL"], ((YamlSequenceNode)bot["cap_drop"]).Select(one => one.ToString()));
        Assert.All((YamlSequenceNode)bot["secrets"], one => Assert.Contains(one.ToString(), secrets));
        Assert.Equal("service:kayan-bot", services["nginx"]["network_mode"].ToString());
        Assert.Equal("postgresql", services["postgresql"]["profiles"][0].ToString());
        Assert.Equal("sqlserver", services["sqlserver"]["profiles"][0].ToString());
        Assert.Contains("COMPOSE_PROFILES=postgresql", DeployFolder.Lines(".env"));
    }

    [ProgramsFact("bash")]
    public async Task ComposePrepare_TwiceForPostgres_MakesEverySecretOnceAndNoVariableThatWinsOverIt()
    {
        var folder = Directory.CreateTempSubdirectory("kayan-compose-");
        try
        {
            await Shell.MustAsync("bash", [DeployFolder.Path("compose-prepare.sh"), "postgresql", folder.FullName]);
            var made = Directory.GetFiles(Path.Combine(folder.FullName, "secrets"))
                .ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
            await Shell.MustAsync("bash", [DeployFolder.Path("compose-prepare.sh"), "postgresql", folder.FullName]);

            Assert.Equal(((YamlMappingNode)Compose()["secrets"]).Children.Keys.Select(key => key.ToString()).Order(), made.Keys.Order());
            Assert.True(made["WebChat__SigningKey"].Length >= 32);
            Assert.EndsWith("Password=" + made["database_password"], made["ConnectionStrings__Kayan"], StringComparison.Ordinal);
            Assert.All(made, one => Assert.Equal(one.Value, File.ReadAllText(Path.Combine(folder.FullName, "secrets", one.Key))));
            var variables = File.ReadAllLines(Path.Combine(folder.FullName, "settings.env"))
                .Where(line => line.Contains('=') && line[0] != '#').Select(line => line.Split('=')[0]);
            Assert.Empty(variables.Intersect(made.Keys.Append("ASPNETCORE_URLS")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static YamlMappingNode Compose()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(DeployFolder.Read("compose.yaml")));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    [GeneratedRegex("(AuthToken|SigningKey|Secret|Password)", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"(^|/)(data|deploy|node_modules)/|\.(db|db-wal|cs|csproj|user|pem|pfx|key)$|Tests|xunit|Simulator/|\.env")]
    private static partial Regex Unwanted();
}
