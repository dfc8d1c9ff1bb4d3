using Kayan.Bot.Domain.Faq;

namespace Kayan.Bot.Tests.Domain.Faq;

public sealed class FaqMatcherTests
{
    private static readonly FaqMatcher IntentsOnly = FaqMatcher.Train([], Intents.All);

    [Fact]
    public void Intents_All_HasEveryIntentWithPhrasings()
    {
        Assert.Equal(Enum.GetValues<Intent>(), Intents.All.Select(intent => intent.Intent).Order());
        Assert.All(Intents.All, intent => Assert.True(intent.Phrasings.Count >= 12));
        Assert.All(Enum.GetValues<Intent>(), intent => Assert.True(Intents.TryParse(Intents.NameOf(intent),
            out var back) && back == intent));
    }

    [Theory]
    [InlineData("ابي اكلم موظفة", Intent.Human)]
    [InlineData("وين وصل طلبي", Intent.Status)]
    [InlineData("السلام عليكم", Intent.Greeting)]
    [InlineData("الله يعطيكم العافية", Intent.Thanks)]
    public void Match_Intent(string text, Intent expected)
    {
        var match = IntentsOnly.Match(text);

        Assert.Equal(FaqOutcome.Answered, match.Outcome);
        Assert.Equal(expected, match.Intent);
        Assert.Null(match.AnswerKey);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \u200f\u0640")]
    [InlineData("😀😀😀")]
    [InlineData("\u064b\u064c\u064d")]
    [InlineData("\ud83d")]
    [InlineData("\u0001\u0002")]
    [InlineData("漢字かな交じり文")]
    public void Match_NothingToRead_IsOutOfScope(string text) => Assert.Equal(FaqOutcome.OutOfScope, IntentsOnly.Match(text).Outcome);

    [Fact]
    public void Match_TenThousandCharacters_IsAnOutcome()
    {
        foreach (var piece in (string[])["طلب ", "a", "ﷺ", "😀", "١", "\u064b", "ل"])
        {
            Assert.NotNull(IntentsOnly.Match(string.Concat(Enumerable.Repeat(piece, 10_000))));
        }
    }

    [Fact]
    public void Train_Nothing_AnswersNothing() => Assert.Equal(FaqOutcome.OutOfScope, FaqMatcher.Train([], []).Match("سلام").Outcome);

    [Fact]
    public void Train_Twice_GivesTheSameMatcher()
    {
        var again = FaqMatcher.Train([], Intents.All);

        foreach (var phrasing in Intents.All.SelectMany(intent => intent.Phrasings))
        {
            Assert.Equal(IntentsOnly.Match(phrasing).Confidence, again.Match(phrasing).Confidence);
        }
    }
}
