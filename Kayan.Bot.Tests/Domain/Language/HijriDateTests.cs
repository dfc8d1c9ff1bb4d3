using System.Globalization;
using Kayan.Bot.Domain.Language;

namespace Kayan.Bot.Tests.Domain.Language;

public sealed class HijriDateTests
{
    [Theory]
    [InlineData("ar-SA")]
    [InlineData("en-US")]
    public void Format_AnyCulture_IsUmmAlQuraInWesternDigits(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            var date = new DateOnly(2026, 11, 22);

            Assert.Equal("12 جمادى الآخرة 1448هـ", HijriDate.Format(date));
            Assert.Equal("12 Jumada II 1448 AH", HijriDate.FormatEnglish(date));
            Assert.Equal("12/6/1448", HijriDate.FormatShort(date));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void TryCreate_DayThatDoesNotExist_IsRefused()
    {
        Assert.False(HijriDate.TryCreate(1448, 9, 30, out _));
        Assert.True(HijriDate.TryCreate(1448, 9, 29, out _));
        Assert.False(HijriDate.TryCreate(1448, 13, 1, out _));
        Assert.False(HijriDate.TryCreate(1600, 1, 1, out _));
    }

    [Fact]
    public void TryCreate_EveryDayOfTwentyYears_ComesBack()
    {
        for (var day = new DateOnly(2015, 1, 1); day < new DateOnly(2035, 1, 1); day = day.AddDays(1))
        {
            var (year, month, number) = HijriDate.Of(day);

            Assert.True(HijriDate.TryCreate(year, month, number, out var back));
            Assert.Equal(day, back);
        }
    }

    [Fact]
    public void Format_OutsideTheCalendar_Throws()
    {
        Assert.False(HijriDate.IsSupported(new DateOnly(1800, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => HijriDate.Format(new DateOnly(1800, 1, 1)));
    }
}
