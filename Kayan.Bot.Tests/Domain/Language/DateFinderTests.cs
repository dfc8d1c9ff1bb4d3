using System.Globalization;
using Kayan.Bot.Domain.Language;

namespace Kayan.Bot.Tests.Domain.Language;

public sealed class DateFinderTests
{
    // A Sunday, 12 Jumada II 1448.
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("22/11/2026", "2026-11-22")]
    [InlineData("٢٢/١١/٢٠٢٦", "2026-11-22")]
    [InlineData("2026-11-22", "2026-11-22")]
    [InlineData("22.11.2026", "2026-11-22")]
    [InlineData("12/6/1448", "2026-11-22")]
    [InlineData("١٢/٦/١٤٤٨هـ", "2026-11-22")]
    [InlineData("1448/6/12", "2026-11-22")]
    [InlineData("12-6-1448", "2026-11-22")]
    [InlineData("12 6 1448", "2026-11-22")]
    [InlineData("12 جمادى الآخرة 1448", "2026-11-22")]
    [InlineData("١٢ جماد الثاني ١٤٤٨ هـ", "2026-11-22")]
    [InlineData("22 نوفمبر 2026", "2026-11-22")]
    [InlineData("الثاني والعشرين من نوفمبر 2026", "2026-11-22")]
    [InlineData("خمسة رمضان 1448", "2027-02-12")]
    [InlineData("تاريخ ميلاده 3 محرم 1435هـ", "2013-11-06")]
    [InlineData("5 May 2020", "2020-05-05")]
    [InlineData("اليوم", "2026-11-22")]
    [InlineData("بكرة", "2026-11-23")]
    [InlineData("بعد بكره", "2026-11-24")]
    [InlineData("أمس", "2026-11-21")]
    [InlineData("اول امس", "2026-11-20")]
    [InlineData("الأحد الجاي", "2026-11-29")]
    [InlineData("الاثنين القادم", "2026-11-23")]
    [InlineData("يوم الخميس", "2026-11-26")]
    [InlineData("الخميس الأسبوع الجاي", "2026-12-03")]
    [InlineData("الخميس اللي فات", "2026-11-19")]
    [InlineData("بعد ثلاثة أيام", "2026-11-25")]
    [InlineData("بعد ٣ ايام", "2026-11-25")]
    [InlineData("بعد يومين", "2026-11-24")]
    [InlineData("بعد أسبوعين", "2026-12-06")]
    [InlineData("بعد شهر", "2026-12-22")]
    [InlineData("قبل أسبوع", "2026-11-15")]
    public void Find_Date(string text, string expected)
    {
        var reading = DateFinder.Find(text, Today);

        Assert.NotNull(reading);
        Assert.Equal(DateOnly.ParseExact(expected, "yyyy-MM-dd", CultureInfo.InvariantCulture), reading.Date);
    }

    [Theory]
    [InlineData("30/9/1448")]
    [InlineData("31/2/2026")]
    [InlineData("11/22/2026")]
    [InlineData("5 رمضان 2026")]
    [InlineData("")]
    [InlineData("احد يرد علي")]
    [InlineData("طلب رقم 4567")]
    [InlineData("0533155582")]
    [InlineData("جمعية كيان")]
    public void FindAll_NoDateOrAnImpossibleOne_IsEmpty(string text) => Assert.Empty(DateFinder.FindAll(text, Today));

    [Theory]
    [InlineData("12/6")]
    [InlineData("5 رمضان")]
    [InlineData("12/6/48")]
    [InlineData("22 نوفمبر")]
    public void Find_YearOrCalendarMissing_IsAskedBack(string text)
    {
        var reading = DateFinder.Find(text, Today);

        Assert.NotNull(reading);
        Assert.True(reading.IsAmbiguous);
    }

    [Fact]
    public void Find_DayOfRamadanWithoutYear_OffersHijriDaysOnly()
    {
        var reading = DateFinder.Find("1 رمضان", Today)!;

        Assert.Equal(3, reading.Candidates.Count);
        Assert.All(reading.Candidates, day => Assert.Equal((9, 1), (HijriDate.Of(day).Month, HijriDate.Of(day).Day)));
    }

    [Fact]
    public void FindAll_TwoDates_AreBothFound() =>
        Assert.Equal([new DateOnly(2026, 11, 22), new DateOnly(2026, 11, 23)],
            DateFinder.FindAll("من 12/6/1448 الى بكرة", Today).Select(reading => reading.Date!.Value));
}
