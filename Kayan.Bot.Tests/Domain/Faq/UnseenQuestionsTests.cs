using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Domain.Language;
using Kayan.Bot.Faq;
using Kayan.Bot.Tests.Harness;
using Xunit.Abstractions;

namespace Kayan.Bot.Tests.Domain.Faq;

/// <summary>The shipped entries against questions that were kept out of their phrasings (unseen-questions.txt).</summary>
public sealed class UnseenQuestionsTests(ITestOutputHelper output)
{
    private const string Outside = "oos";

    private static readonly (string Key, string Text)[] Questions = Read();

    [Fact]
    public void Match_UnseenDialectQuestions_AreAnsweredRightOrOffered()
    {
        var asked = Questions.Where(question => question.Key != Outside).ToArray();
        int first = 0, offered = 0, confidentlyWrong = 0;
        foreach (var (key, text) in asked)
        {
            var match = ShippedFaq.Matcher.Match(text);
            var labels = match.Candidates.Select(candidate => candidate.Label).ToList();
            first += labels.IndexOf(key) == 0 ? 1 : 0;
            offered += labels.Contains(key) ? 1 : 0;
            confidentlyWrong += match.Outcome == FaqOutcome.Answered && labels[0] != key ? 1 : 0;
        }
        output.WriteLine($"{asked.Length} questions: first {first}, among three {offered}, confidently wrong {confidentlyWrong}");

        Assert.True(asked.Length >= 120);
        Assert.True(first >= 0.92 * asked.Length, $"first: {first} of {asked.Length}");
        Assert.True(offered >= 0.97 * asked.Length, $"among three: {offered} of {asked.Length}");
        Assert.True(confidentlyWrong <= 0.02 * asked.Length, $"confidently wrong: {confidentlyWrong} of {asked.Length}");
    }

    [Fact]
    public void Match_TextsOutsideTheEntries_AreNeverAnswered()
    {
        var outside = Questions.Where(question => question.Key == Outside).ToArray();

        Assert.True(outside.Length >= 40);
        Assert.DoesNotContain(outside, question => ShippedFaq.Matcher.Match(question.Text).Outcome == FaqOutcome.Answered);
    }

    [Theory]
    [InlineData("متى ياخذون قرار في طلبي ياولدي", "committee-duration")]
    [InlineData("ابي اكلم موظفة", "intent:human")]
    [InlineData("وين وصل طلبي", "intent:status")]
    [InlineData("wain wasal 6alabi", "intent:status")]
    [InlineData("كم تعطون اليتيم بالشهر", "amounts-eligibility")]
    [InlineData("لازم واسطة؟", "myth-need-connections")]
    [InlineData("do you speak english?", "language-english")]
    public void Match_QuestionThatMustNotGoWrong_IsAnswered(string text, string label)
    {
        var match = ShippedFaq.Matcher.Match(text);

        Assert.Equal(FaqOutcome.Answered, match.Outcome);
        Assert.Equal(label, match.Candidates[0].Label);
    }

    [Fact]
    public void Questions_AreNotAmongThePhrasings()
    {
        var phrasings = ShippedFaq.Entries.SelectMany(entry => entry.Phrasings)
            .Concat(Intents.All.SelectMany(intent => intent.Phrasings))
            .Concat(FaqLibrary.Wordings.Values.SelectMany(wordings => wordings))
            .Select(ArabicText.FoldLoosely)
            .ToHashSet(StringComparer.Ordinal);
        var seen = Questions.Where(question => phrasings.Contains(ArabicText.FoldLoosely(question.Text))).Select(question => question.Text);

        Assert.Empty(seen);
    }

    private static (string Key, string Text)[] Read() =>
        [.. File.ReadLines(Path.Combine(Prerequisite.ProjectFolder, "Domain", "Faq", "unseen-questions.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('|', 2, StringSplitOptions.TrimEntries))
            .Select(parts => (parts[0], parts[1]))];
}
