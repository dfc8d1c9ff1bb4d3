using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Kayan.Bot.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Tests.Deploy;

/// <summary>No options class, no property and no setting that is read directly can be forgotten.</summary>
public sealed partial class SettingsCatalogueTests
{
    private const string Stale = "Run deploy/update-settings and commit what it changes.";

    // How the code reads a setting without an options class, and which one that is.
    private static readonly Dictionary<string, string> ReadDirectly = new()
    {
        ["\"Kayan\""] = "ConnectionStrings:Kayan",
        ["\"urls\""] = "ASPNETCORE_URLS",
        ["WebHostDefaults.ServerUrlsKey"] = "ASPNETCORE_URLS",
        ["Setting"] = "Storage:Provider",
        ["Section"] = "Observability:OtlpEndpoint",
        ["SeedExtensions.Setting"] = "Seed:Demo",
    };

    [Fact]
    public void Catalogue_EveryOptionsClassThatTheServiceBinds_IsInIt()
    {
        var bound = new List<Type>();
        Assemble("Development", builder => bound.AddRange(builder.Services
            .Select(service => service.ServiceType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IOptionsChangeTokenSource<>))
            .Select(type => type.GetGenericArguments()[0])
            .Where(type => type.Assembly == typeof(SettingsCatalogue).Assembly)));

        var catalogued = SettingsCatalogue.OptionsClasses().Select(type => type.Name).Order();
        Assert.Equal(bound.Distinct().Select(type => type.Name).Order(), catalogued);
    }

    [Fact]
    public void Catalogue_EachSetting_ReachesItsPropertyUnderItsName()
    {
        var probes = SettingsCatalogue.Sections.Skip(1).SelectMany(section => section.Settings).ToList();
        var reached = new HashSet<string>();
        Assemble(
            "Development",
            builder =>
            {
                using var services = builder.Services.BuildServiceProvider();
                foreach (var type in SettingsCatalogue.OptionsClasses())
                {
                    reached.UnionWith(Changed(type, services).Select(path => $"{type.Name}.{path}"));
                }
            },
            ["--ConnectionStrings:Kayan=Server=probe", .. probes.Select(setting => $"--{setting.Name}={Probe(setting)}")]);

        Assert.Equal(probes.Count, reached.Count);
    }

    [Fact]
    public void Catalogue_WhatProductionDoesNotStartWithout_IsRequired()
    {
        var missing = new List<string>();
        Assert.Throws<OptionsValidationException>(() => Assemble("Production", builder =>
        {
            using var services = builder.Services.BuildServiceProvider();
            var failure = Record.Exception(() => services.GetRequiredService<IStartupValidator>().Validate());
            var failures = failure is AggregateException all ? all.InnerExceptions : [failure!];
            var lines = failures.Cast<OptionsValidationException>().SelectMany(one => one.Failures);
            missing.AddRange(lines.Select(line => line.Split(' ')[0]));
        }));

        var required = SettingsCatalogue.All.Where(setting => setting.IsRequired).Select(setting => setting.Name);
        Assert.Equal(missing.Order(), required.Order());
    }

    [Fact]
    public void Catalogue_WhatIsReadWithoutAnOptionsClass_IsInIt()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(DeployFolder.Root, "Kayan.Bot"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        var read = sources.SelectMany(file => Reading().Matches(File.ReadAllText(file)))
            .Select(found => found.Groups[1].Value.Trim()).Distinct().ToList();

        var named = SettingsCatalogue.All.Select(setting => setting.Name).ToHashSet();
        Assert.NotEmpty(read);
        Assert.All(read, expression => Assert.Contains(ReadDirectly.GetValueOrDefault(expression) ?? expression.Trim('"'), named));
    }

    [Fact]
    public void Catalogue_WhatSoundsLikeASecret_IsOne()
    {
        var secrets = SettingsCatalogue.All.Where(setting => SecretName().IsMatch(setting.Name));

        Assert.NotEmpty(secrets);
        Assert.All(secrets, setting => Assert.True(setting.IsSecret, setting.Name));
    }

    [Fact]
    public void Catalogue_EverySetting_SaysWhatItIsFor() =>
        Assert.All(SettingsCatalogue.All, setting => Assert.Matches("^\"?[A-Z].{11}", setting.Meaning));

    [Fact]
    public void EnvExample_IsWhatTheCodeSays() =>
        Assert.True(SettingsPages.EnvironmentFile() == DeployFolder.Read("env.example"), Stale);

    [Fact]
    public void Readme_HoldsTheTableOfSettings() =>
        Assert.True(ReadmeText().Contains($"\n{SettingsPages.Table()}\n", StringComparison.Ordinal), Stale);

    private static string ReadmeText() => File.ReadAllText(Path.Combine(DeployFolder.Root, "README.md"));

    /// <summary>Comes as far as the registrations; a service without its settings goes no further.</summary>
    private static void Assemble(string environment, Action<WebApplicationBuilder> look, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("kayan-settings-");
        try
        {
            _ = Program.Build(
                ["--environment", environment, "--contentRoot", folder.FullName, .. settings],
                builder =>
                {
                    look(builder);
                    throw new OptionsValidationException("", typeof(object), []);
                });
        }
        catch (OptionsValidationException) when (environment == "Development")
        {
            // Looked at.
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The properties, through lists, that differ from a new instance's once the configuration was bound.</summary>
    private static IEnumerable<string> Changed(Type type, IServiceProvider services)
    {
        var bound = Activator.CreateInstance(type)!;
        foreach (var configure in services.GetServices(typeof(IConfigureOptions<>).MakeGenericType(type)))
        {
            configure!.GetType().GetMethod("Configure", [type])!.Invoke(configure, [bound]);
        }

        return Leaves(bound).Except(Leaves(Activator.CreateInstance(type)!)).Select(leaf => leaf.Path);
    }

    private static IEnumerable<(string Path, string? Value)> Leaves(object options) =>
        options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true } || property.PropertyType.Name == typeof(IList<>).Name)
            .SelectMany(property => property.GetValue(options) switch
            {
                IList { Count: > 0 } list when list[0] is not string =>
                    Leaves(list[0]!).Select(leaf => ($"{property.Name}.{leaf.Path}", leaf.Value)),
                IList list => [(property.Name, list.Count == 0 ? null : list[0]!.ToString())],
                var value => [(property.Name, Convert.ToString(value, CultureInfo.InvariantCulture))],
            });

    /// <summary>Another value than the default, of the same kind.</summary>
    private static string Probe(Setting setting) => setting switch
    {
        { Range: "true, false" } => setting.Default == "true" ? "false" : "true",
        { Range: { } range } when range.Contains(", ", StringComparison.Ordinal) && !range.StartsWith("must", StringComparison.Ordinal) =>
            range.Split(", ").First(name => name != setting.Default),
        { Default: ['0', _, ':', ..] or ['1', '.', ..] } when setting.Default.Count(c => c == ':') == 2 => "00:00:33",
        _ when TimeOnly.TryParseExact(setting.Default, "HH:mm", out _) => "11:11",
        _ when int.TryParse(setting.Default, out _) => "7",
        { Name: "Office:Changes:0:First" or "Office:Changes:0:Last" } => "2027-03-09",
        _ when setting.Name.StartsWith("Office:Changes", StringComparison.Ordinal) => "11:11",
        _ => "https://probe.example",
    };

    [GeneratedRegex(@"[cC]onfiguration(?:\.GetValue(?:<[^>]+>)?\(|\.GetConnectionString\(|\.GetSection\(|\[)([^,)\]]+)")]
    private static partial Regex Reading();

    [GeneratedRegex("(Token|Key|Secret|Password)$|^ConnectionStrings")]
    private static partial Regex SecretName();
}
