using Kayan.Bot.Domain.Language;

namespace Kayan.Bot.Tests.Domain.Language;

public sealed class RatingScaleTests
{
    [Theory]
    [InlineData("٥", 5)]
    [InlineData("5", 5)]
    [InlineData("۴", 4)]
    [InlineData("خمسة", 5)]
    [InlineData("خمسة من خمسة", 5)]
    [InlineData("٤ من ٥", 4)]
    [InlineData("3/5", 3)]
    [InlineData("٥ نجوم", 5)]
    [InlineData("نجمتين", 2)]
    [InlineData("نجمة", 1)]
    [InlineData("⭐⭐⭐⭐", 4)]
    [InlineData("★★★☆☆", 3)]
    [InlineData("ممتاز", 5)]
    [InlineData("خدمتكم ممتازة ما شاء الله", 5)]
    [InlineData("جيد جدا", 4)]
    [InlineData("جيّد جدًّا", 4)]
    [InlineData("جيد", 3)]
    [InlineData("زين مره", 4)]
    [InlineData("مقبول", 2)]
    [InlineData("سيئ", 1)]
    [InlineData("سيء", 1)]
    [InlineData("سيئة جدا", 1)]
    [InlineData("😞", 1)]
    [InlineData("😍😍", 5)]
    [InlineData("5️⃣", 5)]
    [InlineData("٥ الله يعطيكم العافية ما قصرتوا معنا والله", 5)]
    [InlineData("excellent", 5)]
    public void Recognise_Rating(string text, int stars) => Assert.Equal(RatingAnswer.Of(stars), RatingScale.Recognise(text));

    [Theory]
    [InlineData("10/10")]
    [InlineData("عشرة من عشرة")]
    [InlineData("٩ من ١٠")]
    [InlineData("5/10")]
    [InlineData("100%")]
    [InlineData("٤٫٥")]
    [InlineData("اربعة ونص")]
    [InlineData("7")]
    [InlineData("0")]
    [InlineData("⭐⭐⭐⭐⭐⭐")]
    public void Recognise_AnotherScale_IsNeverGuessed(string text) => Assert.Equal(RatingAnswer.OtherScale, RatingScale.Recognise(text));

    [Theory]
    [InlineData("")]
    [InlineData("انتظرت 3 أسابيع")]
    [InlineData("وين وصل طلبي")]
    [InlineData("مو ممتاز")]
    [InlineData("الموظف ممتاز والخدمة سيئة")]
    [InlineData("0533155582")]
    [InlineData("😍😡")]
    public void Recognise_SomethingElse_IsNoRating(string text) => Assert.Equal(RatingAnswer.None, RatingScale.Recognise(text));
}
