using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Faq;

namespace Kayan.Bot.Tests.Faq;

/// <summary>The shipped answers understand the words that our own texts tell people to write.</summary>
public sealed class FaqLibraryTests
{
    private static readonly FaqLibrary Faq = new();

    [Theory]
    [InlineData("حالة طلبي", Intent.Status)]
    [InlineData("وين وصل طلبي", Intent.Status)]
    [InlineData("where is my request", Intent.Status)]
    [InlineData("تقييم", Intent.Rating)]
    [InlineData("leave a rating", Intent.Rating)]
    [InlineData("ابي اكلم موظفة", Intent.Human)]
    [InlineData("السلام عليكم", Intent.Greeting)]
    [InlineData("شكرا لكم", Intent.Thanks)]
    public void Match_OfWordsThatOurTextsName_IsTheirIntent(string text, Intent intent) => Assert.Equal(intent, Faq.Match(text).Intent);

    [Fact]
    public void Find_OfEveryCandidate_GivesItsEntry()
    {
        var match = Faq.Match("كم تاخذ اللجنة عشان ترد علينا");

        Assert.NotEmpty(match.Candidates);
        Assert.All(match.Candidates.Where(candidate => candidate.Key is not null), candidate => Assert.NotNull(Faq.Find(candidate.Key!)));
    }
}
