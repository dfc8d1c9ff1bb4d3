using Kayan.Bot.Domain.Language;

namespace Kayan.Bot.Tests.Domain.Language;

public sealed class ArabicTextTests
{
    [Theory]
    [InlineData("أإآٱ", "ا")]
    [InlineData("أريد مساعدةً", "اريد مساعده")]
    [InlineData("مُوَظَّفَة", "موظفه")]
    [InlineData("نعــــم", "نعم")]
    [InlineData("ااااه", "اه")]
    [InlineData("الللله", "الله")]
    [InlineData("على", "علي")]
    [InlineData("١٢٣ ۱۲۳ 123", "123 123 123")]
    [InlineData("متى؟ الآن، غدًا؛", "متي? الان, غدا;")]
    [InlineData("  Hello\u200f\u00a0  WORLD ", "hello world")]
    [InlineData("1000 5555", "1000 5555")]
    [InlineData("ﻻ ﷺ", "لا صلي الله عليه وسلم")]
    [InlineData("5️⃣", "5")]
    [InlineData("٣٫٥", "3.5")]
    [InlineData("\u0000\u0007", "")]
    [InlineData("\ud83d", "")]
    [InlineData("😍😍😍", "😍😍😍")]
    [InlineData("", "")]
    public void Fold_BringsVariantsToOneForm(string text, string expected) => Assert.Equal(expected, ArabicText.Fold(text));

    [Theory]
    [InlineData("مسؤول", "مسوول")]
    [InlineData("رئيسية", "رييسيه")]
    [InlineData("شيء", "شي")]
    public void FoldLoosely_AlsoLetsHamzaSeatsGo(string text, string expected) => Assert.Equal(expected, ArabicText.FoldLoosely(text));

    [Fact]
    public void Fold_KeepsHamzaSeats() => Assert.Equal("مسؤول", ArabicText.Fold("مسؤول"));

    [Theory]
    [InlineData("طلب ٤٥٦٧", "طلب 4567")]
    [InlineData("۰۵", "05")]
    [InlineData("𝟝 ५ é", "5 5 é")]
    public void FoldDigits_ChangesDigitsAndNothingElse(string text, string expected) => Assert.Equal(expected, ArabicText.FoldDigits(text));

    [Fact]
    public void Isolate_WrapsAndWithoutDirectionMarks_Unwraps()
    {
        var isolated = ArabicText.Isolate("4567");

        Assert.Equal("\u20684567\u2069", isolated);
        Assert.Equal("4567", ArabicText.WithoutDirectionMarks(isolated));
    }
}
