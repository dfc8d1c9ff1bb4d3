using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Domain.Language;
using Kayan.Bot.Faq;

namespace Kayan.Bot.Tests.Domain.Faq;

public sealed partial class FaqSeedTests
{
    private static readonly string[] Keys =
    [
        "what-is-kayan", "who-we-serve", "contact-phones", "email-website", "contact-channels", "office-hours", "submit-request",
        "help-in-submitting", "request-stages", "committee-duration", "who-decides", "know-the-result", "approved-next", "declined-why",
        "object-to-decision", "withdraw-request", "documents-missing", "document-expired", "send-document", "data-correction",
        "phone-changed", "attestation", "several-children", "home-visit", "interview", "need-to-come", "call-me", "unclear-procedure",
        "bylaws", "services-guide", "development-plan", "rate-service", "rating-right", "who-sees-rating", "suggestion-how",
        "complaint-how", "complaint-affects-help", "privacy-who-sees", "delete-my-data", "copy-of-my-data", "stop-messages",
        "language-english", "volunteer", "donate", "amounts-eligibility",
        "myth-rating-reduces-help", "myth-complaint-stops-help", "myth-must-come-in-person", "myth-need-connections",
        "myth-answer-same-day", "myth-refusal-is-final", "myth-must-ask-for-news", "myth-data-shared",
    ];

    public static TheoryData<string> AllKeys => [.. Keys];

    [Fact]
    public void Seed_HoldsExactlyTheKeysOfTheProduct() =>
        Assert.Equal(Keys.Order(StringComparer.Ordinal), ShippedFaq.Entries.Select(entry => entry.Key).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(AllKeys))]
    public void Seed_Entry_IsWhole(string key)
    {
        var entry = Entry(key);

        Assert.InRange(entry.Phrasings.Count, 12, 20);
        Assert.All([entry.QuestionAr, entry.QuestionEn, entry.AnswerAr, entry.AnswerEn, entry.Category, entry.SourceReference],
            text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.Equal(key.StartsWith("myth-", StringComparison.Ordinal), entry.IsMisconception);
        Assert.True(entry.AnswerAr.Length <= 200, "An answer fits in three parts of an SMS.");
    }

    [Theory]
    [MemberData(nameof(AllKeys))]
    public void Seed_Answer_SendsToAColleagueWhereItOffersOne(string key)
    {
        var entry = Entry(key);

        Assert.True(!entry.OffersHuman || ColleagueWords().IsMatch(entry.AnswerAr), entry.AnswerAr);
    }

    [Fact]
    public void Seed_Phrasings_BelongToOneEntryEach()
    {
        var all = ShippedFaq.Entries.SelectMany(entry => entry.Phrasings.Append(entry.QuestionAr))
            .Concat(Intents.All.SelectMany(intent => intent.Phrasings))
            .Select(ArabicText.FoldLoosely)
            .GroupBy(text => text, StringComparer.Ordinal);

        Assert.Empty(all.Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Wordings_BelongToOneEntryEachAndAddToIt()
    {
        var known = ShippedFaq.Entries.SelectMany(entry => entry.Phrasings.Append(entry.QuestionAr))
            .Concat(Intents.All.SelectMany(intent => intent.Phrasings));
        var all = FaqLibrary.Wordings.Values.SelectMany(wordings => wordings).Concat(known)
            .Select(ArabicText.FoldLoosely).GroupBy(text => text, StringComparer.Ordinal);

        Assert.Equal(Keys.Order(StringComparer.Ordinal), FaqLibrary.Wordings.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(all.Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Theory]
    [InlineData("a line under no name")]
    [InlineData("[twice]\nx\n[twice]")]
    public void ParseWordings_AnotherFormat_IsRefused(string text) =>
        Assert.Throws<InvalidDataException>(() => FaqSeed.ParseWordings(Stream(text)));

    /// <summary>"Not less than two weeks", never a date before that, and no number that the policy does not give.</summary>
    [Fact]
    public void Seed_Answers_PromiseNoEarlierDecisionAndInventNoNumber()
    {
        Assert.Contains("لا تقل عن أسبوعين", Entry("committee-duration").AnswerAr, StringComparison.Ordinal);
        Assert.Contains("لا تقل عن أسبوعين", Entry("myth-answer-same-day").AnswerAr, StringComparison.Ordinal);
        string[] allowed = ["787", "0112925559", "0533155582", "1", "5"];
        foreach (var entry in ShippedFaq.Entries)
        {
            var numbers = Digits().Matches(ArabicText.FoldDigits(entry.AnswerAr + entry.AnswerEn)).Select(match => match.Value);
            Assert.Empty(numbers.Except(allowed));
            Assert.DoesNotContain("ريال", entry.AnswerAr, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Seed_LatinAndNumbersInArabicAnswers_AreIsolated()
    {
        foreach (var entry in ShippedFaq.Entries)
        {
            var outside = Isolated().Replace(entry.AnswerAr, "");
            Assert.DoesNotMatch("[A-Za-z0-9]", outside);
        }
    }

    [Theory]
    [InlineData("[{\"key\":\"a\"}]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("")]
    public void Parse_AnotherFormat_IsRefused(string json) => Assert.Throws<JsonException>(() => FaqSeed.Parse(Stream(json)));

    [Fact]
    public void Parse_KeyTwice_IsRefused()
    {
        const string entry = """
            {"key":"a","category":"c","questionAr":"س","questionEn":"q","answerAr":"ج","answerEn":"a","phrasings":["س"]}
            """;

        Assert.Single(FaqSeed.Parse(Stream($"[{entry}]")));
        Assert.Throws<JsonException>(() => FaqSeed.Parse(Stream($"[{entry},{entry}]")));
    }

    private static FaqEntry Entry(string key) => ShippedFaq.Entries.Single(entry => entry.Key == key);

    private static MemoryStream Stream(string json) => new(Encoding.UTF8.GetBytes(json));

    [GeneratedRegex("زملا|مسؤول البحث الاجتماعي|موظف")]
    private static partial Regex ColleagueWords();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex("\u2068[^\u2069]*\u2069")]
    private static partial Regex Isolated();
}
