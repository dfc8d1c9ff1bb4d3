using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kayan.Bot.Domain.Documents;
using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.Language;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Faq;
using Kayan.Bot.Files;
using Kayan.Bot.Incidents;
using Kayan.Bot.Templates;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Console;

public sealed partial class ConsoleTextsTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Prerequisite.ProjectFolder, "..", "Kayan.Bot", "Console"));
    private static readonly Dictionary<string, string> Arabic = Read("ConsoleTexts.resx");
    private static readonly Dictionary<string, string> English = Read("ConsoleTexts.en.resx");

    [Fact]
    public void Texts_BothLanguages_HaveTheSameNamesAndPlaces()
    {
        Assert.Equal(Arabic.Keys.Order(), English.Keys.Order());
        Assert.All(Arabic, text => Assert.Equal(Places(text.Value).Except(["{0}"]), Places(English[text.Key]).Except(["{0}"])));
        Assert.All(Arabic.Values.Concat(English.Values), text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }

    [Fact]
    public void Texts_NamedInTheSources_Exist()
    {
        var named = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct().ToList();

        Assert.True(named.Count > 80);
        Assert.Empty(named.Except(Arabic.Keys));
    }

    [Fact]
    public void Texts_OfEveryValue_Exist()
    {
        string[] names =
        [
            .. Names<RequestStage>("Stage"), .. Names<HandoffReason>("Reason"), .. Names<HandoffReason>("Event"),
            .. Names<ChannelKind>("Channel"), .. Names<RequirementState>("Paper"), .. Names<FileRefusal>("FileRefused"),
            .. Names<IncidentKind>("Incident"), .. Names<IncidentKind>("Incident").Select(name => $"{name}.Help"), .. Names<ApprovalState>("Approval"),
            .. TemplateFile.All.Where(template => template.Category is not null).Select(template => $"Template.{template.Name}"),
            .. Names<FaqEditOutcome>("Question"), .. Names<FaqOutcome>("Try"), .. Names<Intent>("Intent"),
            .. Names<PluralForm>("Days"), .. Names<PluralForm>("Hours"), .. Names<PluralForm>("Minutes"),
        ];

        Assert.Empty(names.Except(Arabic.Keys));
    }

    [Fact]
    public void Texts_Arabic_HaveNoForeignWord()
    {
        string[] names = ["Ctrl", "Enter", "English"];

        var foreign = Arabic.SelectMany(text => Latin().Matches(text.Value).Select(match => match.Value)).Except(names);

        Assert.Empty(foreign);
    }

    [Fact]
    public void Pages_HaveNoWordOutsideTheTexts()
    {
        var markup = Directory.EnumerateFiles(Folder, "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadLines(file).Select(line => line.Trim()));

        Assert.DoesNotContain(markup, line => BareWord().IsMatch(line));
        Assert.DoesNotContain(markup, line => line.Any(letter => letter is >= '\u0621' and <= '\u064A'));
    }

    private static IEnumerable<string> Names<T>(string prefix)
        where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{prefix}.{name}");

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct().Order();

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Folder, file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    [GeneratedRegex("""(?:\bT|texts)\["([A-Za-z.]+)"[\],]""")]
    private static partial Regex Named();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Latin();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(">[A-Za-z][A-Za-z ]+</")]
    private static partial Regex BareWord();
}
