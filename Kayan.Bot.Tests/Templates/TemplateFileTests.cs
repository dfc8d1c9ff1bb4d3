using Kayan.Bot.Templates;

namespace Kayan.Bot.Tests.Templates;

public sealed class TemplateFileTests
{
    [Fact]
    public void Template_OfTheCode_IsOneThatTheProviderTakes() =>
        Assert.Empty(TemplateFile.All.SelectMany(template => template.Faults().Select(fault => $"{template.FullName}: {fault}")));

    [Fact]
    public void File_HasEveryNoticeInBothLanguages()
    {
        string[] names = ["stage_notice", "stage_step", "documents_reminder", "committee_update", "rating_request", "message"];

        Assert.Equal(
            names.SelectMany(name => new[] { $"{name} ar", $"{name} en" }).Order(),
            TemplateFile.All.Where(template => template.Category is not null).Select(template => $"{template.Name} {template.Language}").Order());
        Assert.Equal(2 * (3 + 10), TemplateFile.All.Count(template => template.Category is null));
    }

    [Fact]
    public void Template_InBothLanguages_HasTheSameButtonIds()
    {
        foreach (var template in TemplateFile.All)
        {
            Assert.Equal(template.Buttons.Select(b => b.Id), TemplateFile.Find(template.Name, template.Language == "ar" ? "en" : "ar")!.Buttons.Select(b => b.Id));
        }
    }

    [Fact]
    public void Version_OfOtherWords_IsAnother()
    {
        var template = TemplateFile.Find("stage_notice", "ar")!;
        var other = new TemplateDefinition(
            template.Name, template.Language, template.Kind, template.Category, template.Body + " ", template.Samples, template.Buttons);

        Assert.NotEqual(template.Version, other.Version);
        Assert.Matches("^kayan_[a-z_]+_(ar|en)_[0-9a-f]{10}$", template.FullName);
        Assert.All(TemplateFile.All, each => Assert.Equal(1, TemplateFile.All.Count(same => same.FullName == each.FullName)));
    }

    public static TheoryData<string, string, int, string> Bad => new()
    {
        { "{number} جديد", "", 0, "starts or ends" },
        { "جديد {number}", "", 0, "starts or ends" },
        { "أ {number} {other} ب", "", 0, "samples" },
        { "أ ب", "", 0, "samples" },
        { new string('م', 1020) + "{number}.", "", 0, "longer" },
        { "رقم {number}.", "عنوان أطول من عشرين حرفًا", 1, "buttons" },
        { "رقم {number}.", "زر", 11, "buttons" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Template_ThatTheProviderRefuses_IsFaulty(string body, string title, int buttons, string fault)
    {
        var template = new TemplateDefinition(
            "x", "ar", ContentKind.QuickReply, "UTILITY", body, [new("number", "2000016")],
            [.. Enumerable.Range(0, buttons).Select(i => new TemplateButton($"{i}", title))]);

        Assert.Contains(template.Faults(), said => said.Contains(fault, StringComparison.Ordinal));
    }
}
