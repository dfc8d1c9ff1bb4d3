using FsCheck.Xunit;
using Kayan.Bot.Console;

namespace Kayan.Bot.Tests.Console;

public sealed class BidiRunsTests
{
    [Theory]
    [InlineData("طلب رقم 4567 (تحديث IBAN) بتاريخ 12/6/1448", "4567|12/6/1448")]
    [InlineData("رقمي +966 50 000 0001 اتصلوا بي", "+966 50 000 0001")]
    [InlineData("الآيبان SA03 8000 0000 6080 1016 7519.", "SA03 8000 0000 6080 1016 7519")]
    [InlineData("المبلغ 1,250.50 ريال بنسبة 15%", "1,250.50|15%")]
    [InlineData("الساعة ١٠:٣٠ يوم ١٢/٦/١٤٤٨", "١٠:٣٠|١٢/٦/١٤٤٨")]
    [InlineData("جوالي 0533155582، وهاتفي 0112925559", "0533155582|0112925559")]
    [InlineData("لا أرقام هنا", "")]
    public void Of_NumbersInArabic_KeepTheirOrder(string text, string numbers)
    {
        var found = BidiRuns.Of(text).Where(run => run.IsNumber).Select(run => run.Text);

        Assert.Equal(numbers, string.Join('|', found));
    }

    [Property]
    public bool Of_AnyText_LosesNothing(string? text) =>
        string.Concat(BidiRuns.Of(text ?? string.Empty).Select(run => run.Text)) == (text ?? string.Empty);
}
