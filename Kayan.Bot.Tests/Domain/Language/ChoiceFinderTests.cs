using Kayan.Bot.Domain.Language;

namespace Kayan.Bot.Tests.Domain.Language;

public sealed class ChoiceFinderTests
{
    private static readonly string[] Labels = ["زكاة", "صدقة جارية", "كفالة يتيم", "سقيا ماء", "إفطار صائم"];

    [Theory]
    [InlineData("زكاة", 0)]
    [InlineData("زكاه", 0)]
    [InlineData("الزكاة", 0)]
    [InlineData("زَكاة", 0)]
    [InlineData("كفاله يتيم", 2)]
    [InlineData("كفالة", 2)]
    [InlineData("كفالة اليتيم", 2)]
    [InlineData("افطار صائم", 4)]
    [InlineData("أريد كفالة يتيم", 2)]
    [InlineData("كفلة يتيم", 2)]
    [InlineData("سقيا", 3)]
    [InlineData("1", 0)]
    [InlineData("٣", 2)]
    [InlineData("۲", 1)]
    [InlineData("الخيار ٢", 1)]
    [InlineData("الخيار ٢ لو سمحت الله يوفقك", 1)]
    [InlineData("رقم ثلاثة", 2)]
    [InlineData("خمسه", 4)]
    [InlineData("الأول", 0)]
    [InlineData("ثاني واحد", 1)]
    [InlineData("الثالثة", 2)]
    [InlineData("الأخير", 4)]
    [InlineData("third", 2)]
    public void Find_Choice(string text, int index) => Assert.Equal(index, ChoiceFinder.Find(text, Labels).Index);

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("٠")]
    [InlineData("ما ابي كفالة")]
    [InlineData("وين وصل طلبي")]
    [InlineData("العاشر")]
    public void Find_NoChoice_IsNone(string text)
    {
        var match = ChoiceFinder.Find(text, Labels);

        Assert.Equal(-1, match.Index);
        Assert.False(match.IsAmbiguous);
    }

    [Fact]
    public void Find_PartOfTwoLabels_IsAmbiguous()
    {
        var match = ChoiceFinder.Find("طلب", ["طلب كفالة", "طلب علاج", "شكوى"]);

        Assert.Equal(-1, match.Index);
        Assert.Equal([0, 1], match.Candidates);
    }

    [Fact]
    public void Find_NumberThatIsALabel_IsThatLabel()
    {
        Assert.Equal(1, ChoiceFinder.Find("٤٥٦٨", ["طلب 4567", "طلب 4568"]).Index);
        Assert.Equal(0, ChoiceFinder.Find("2", ["2", "1"]).Index);
    }
}
