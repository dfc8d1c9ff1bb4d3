using Kayan.Bot.Domain.Language;

namespace Kayan.Bot.Tests.Domain.Language;

public sealed class DistressTests
{
    public static TheoryData<string, bool> Written
    {
        get
        {
            var data = new TheoryData<string, bool>();
            using var stream = typeof(DistressTests).Assembly.GetManifestResourceStream("distress.txt")!;
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
            {
                if (line.Length > 0 && line[0] is '+' or '-')
                {
                    data.Add(line[2..], line[0] == '+');
                }
            }

            return data;
        }
    }

    [Fact]
    public void Written_HalfOfThemOnlyLookAlike() =>
        Assert.Equal((30, 30), (Written.Count(row => (bool)row[1]), Written.Count(row => !(bool)row[1])));

    [Theory]
    [MemberData(nameof(Written))]
    public void IsIn_WhatPeopleWrite_IsToldFromWhatLooksAlike(string text, bool urgent) => Assert.Equal(urgent, Distress.IsIn(text));

    [Theory]
    [InlineData("اَبْغَى أَمُوووت!!!")]
    [InlineData("زوجي… يضربني 😭")]
    [InlineData("السلام عليكم، عندي سؤال عن المستندات. وبعدين زوجي يضربني ويهددني، وش أسوي؟")]
    public void IsIn_HoweverItIsTyped_IsSeen(string text) => Assert.True(Distress.IsIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("😭😭😭")]
    [InlineData("َُِّ")]
    [InlineData("\u0001\u200f\ud800")]
    public void IsIn_NothingToRead_IsCalm(string text) => Assert.False(Distress.IsIn(text));

    [Fact]
    public void IsIn_ShippedQuestions_NoneIsTakenForDistress() =>
        Assert.DoesNotContain(Faq.ShippedFaq.Entries.SelectMany(entry => entry.Phrasings.Append(entry.QuestionAr)), Distress.IsIn);
}
