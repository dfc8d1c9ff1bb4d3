using System.Globalization;
using Kayan.Bot.Domain.Faq;
using Xunit.Abstractions;

namespace Kayan.Bot.Tests.Domain.Faq;

/// <summary>Accuracy on ArBanking77, in percent: what must be reached, per size of the training set and per dialect of the test.</summary>
public sealed class BankingIntentsTests(ITestOutputHelper output)
{
    [BankingIntentsTheory]
    [InlineData("10pi", "test_msa", 64, 82)]
    [InlineData("10pi", "test_pal", 63.5, 81)]
    [InlineData("10pi", "dev_saudi", 55, 75)]
    [InlineData("5pi", "test_msa", 53.5, 73.5)]
    [InlineData("5pi", "test_pal", 52.5, 72)]
    [InlineData("5pi", "dev_saudi", 45.5, 66)]
    public void Match_FewPhrasings_MeanOfThreeSeeds(string size, string test, double mustFirst, double mustThree)
    {
        var results = new[] { "s1", "s2", "s3" }.Select(seed => Measure(BankingIntents.Train($"train_{size}_{seed}"), test)).ToArray();

        AssertReached($"{size} {test}", results.Average(result => result.First), results.Average(result => result.Three),
            mustFirst, mustThree);
    }

    [BankingIntentsTheory(FullSet = true)]
    [InlineData("test_msa", 88.5, 95.5)]
    [InlineData("test_pal", 86, 94)]
    [InlineData("dev_saudi", 76, 89)]
    [InlineData("test_msa_noisy", 85, 93)]
    public void Match_AllPhrasings(string test, double mustFirst, double mustThree)
    {
        var (first, three) = Measure(Full.Value, test);

        AssertReached($"full {test}", first, three, mustFirst, mustThree);
    }

    [BankingIntentsTheory]
    [InlineData("s1")]
    [InlineData("s2")]
    [InlineData("s3")]
    public void Match_FarText_IsLessSimilarThanTheTests(string seed)
    {
        var matcher = BankingIntents.Train($"train_10pi_{seed}");
        var far = ShippedFaq.Entries.SelectMany(entry => entry.Phrasings).Select(text => matcher.Match(text).Similarity).ToArray();
        var near = BankingIntents.Read("test_msa").Select(row => matcher.Match(row.Text).Similarity).ToArray();

        var below = near.Average(similarity => far.Average(other => other < similarity ? 1 : other == similarity ? 0.5 : 0));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"AUROC {100 * below:F1}"));
        Assert.True(below >= 0.95);
    }

    private static Lazy<FaqMatcher> Full { get; } = new(() => BankingIntents.Train("train_full"));

    private static (double First, double Three) Measure(FaqMatcher matcher, string test)
    {
        var rows = BankingIntents.Read(test);
        var ranks = rows.Select(row => matcher.Match(row.Text).Candidates.Select(candidate => candidate.Key).ToList().IndexOf(row.Intent))
            .ToArray();
        return (100.0 * ranks.Count(rank => rank == 0) / ranks.Length, 100.0 * ranks.Count(rank => rank >= 0) / ranks.Length);
    }

    private void AssertReached(string what, double first, double three, double mustFirst, double mustThree)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: first {first:F1}, among three {three:F1}"));
        Assert.True(first >= mustFirst, $"{what}: {first} < {mustFirst}");
        Assert.True(three >= mustThree, $"{what}, among three: {three} < {mustThree}");
    }
}
