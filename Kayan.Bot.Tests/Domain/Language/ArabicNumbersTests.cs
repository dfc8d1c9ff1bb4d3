using Kayan.Bot.Domain.Language;

namespace Kayan.Bot.Tests.Domain.Language;

public sealed class ArabicNumbersTests
{
    [Theory]
    [InlineData("5", 5)]
    [InlineData("٥", 5)]
    [InlineData("۵", 5)]
    [InlineData("٧.", 7)]
    [InlineData("1,500", 1500)]
    [InlineData("١٬٥٠٠", 1500)]
    [InlineData("1 500", 1500)]
    [InlineData("٥٠ ريال", 50)]
    [InlineData("-5", -5)]
    [InlineData("5 آلاف", 5000)]
    [InlineData("صفر", 0)]
    [InlineData("خمسه", 5)]
    [InlineData("ثنتين", 2)]
    [InlineData("وحدة", 1)]
    [InlineData("عشره", 10)]
    [InlineData("رقم ثلاثة", 3)]
    [InlineData("عندي خمسة", 5)]
    [InlineData("أحد عشر", 11)]
    [InlineData("اثنتا عشرة", 12)]
    [InlineData("ثلاث عشرة", 13)]
    [InlineData("احدعش", 11)]
    [InlineData("اطنعش", 12)]
    [InlineData("ثلطعش", 13)]
    [InlineData("خمسطعش", 15)]
    [InlineData("سبعتاشر", 17)]
    [InlineData("خمسة وعشرين", 25)]
    [InlineData("خمسه و عشرون", 25)]
    [InlineData("ميه", 100)]
    [InlineData("مئة", 100)]
    [InlineData("مائة", 100)]
    [InlineData("مئتان", 200)]
    [InlineData("ميتين وخمسين", 250)]
    [InlineData("ثلاثمية", 300)]
    [InlineData("ثلاث مية وعشرة", 310)]
    [InlineData("الف", 1000)]
    [InlineData("ألفين", 2000)]
    [InlineData("ألف وخمسمية", 1500)]
    [InlineData("تسعة آلاف وتسعمئة وتسعة وتسعون", 9999)]
    [InlineData("الفين وستة وعشرين", 2026)]
    [InlineData("five", 5)]
    [InlineData("twenty", 20)]
    public void TryParse_Number_IsRead(string text, long expected)
    {
        Assert.True(ArabicNumbers.TryParse(text, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("كم؟")]
    [InlineData("1.5")]
    [InlineData("٣٫٥")]
    [InlineData("خمسة ونص")]
    [InlineData("ثلاثة أو أربعة")]
    [InlineData("الأحد")]
    [InlineData("قدمت طلبي قبل 3 شهور ولا احد رد علي من يومها")]
    [InlineData("99999999999999999999999999")]
    public void TryParse_NotOneWholeNumber_IsRefused(string text) => Assert.False(ArabicNumbers.TryParse(text, out _));

    [Fact]
    public void FindAll_ListsNumbersInOrder() =>
        Assert.Equal([3, 12, 4567], ArabicNumbers.FindAll("عندي ثلاثة أطفال والكبير عمره اثنا عشر وطلبي رقم ٤٥٦٧"));

    [Theory]
    [InlineData("الأول", 1)]
    [InlineData("اول واحد", 1)]
    [InlineData("الأولى", 1)]
    [InlineData("ثاني", 2)]
    [InlineData("الثاني لو سمحت", 2)]
    [InlineData("الثالثة", 3)]
    [InlineData("السادسه", 6)]
    [InlineData("العاشر", 10)]
    [InlineData("الحادي عشر", 11)]
    [InlineData("الثانية عشرة", 12)]
    [InlineData("الخامس والعشرون", 25)]
    [InlineData("العشرين", 20)]
    [InlineData("third", 3)]
    public void TryParseOrdinal_Ordinal_IsRead(string text, int expected)
    {
        Assert.True(ArabicNumbers.TryParseOrdinal(text, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("الاثنين")]
    [InlineData("الخميس")]
    [InlineData("مرة ثانية")]
    [InlineData("شي ثاني")]
    [InlineData("خمسة")]
    [InlineData("الأول أو الثاني")]
    public void TryParseOrdinal_SomethingElse_IsRefused(string text) => Assert.False(ArabicNumbers.TryParseOrdinal(text, out _));

    [Fact]
    public void ToWords_EveryNumber_IsReadBack()
    {
        for (var number = 0; number <= 9999; number++)
        {
            Assert.True(ArabicNumbers.TryParse(ArabicNumbers.ToWords(number), out var back), ArabicNumbers.ToWords(number));
            Assert.Equal(number, back);
        }
    }
}
