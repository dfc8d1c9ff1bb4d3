using System.Globalization;
using FsCheck.Xunit;
using Kayan.Bot.Requests;

namespace Kayan.Bot.Tests.Requests;

public sealed class TypedPhoneNumberTests
{
    [Theory]
    [InlineData("0500000001")]
    [InlineData("500000001")]
    [InlineData("966500000001")]
    [InlineData("+966500000001")]
    [InlineData("00966500000001")]
    [InlineData("+966 50 000 0001")]
    [InlineData("050-000-0001")]
    [InlineData("٠٥٠٠٠٠٠٠٠١")]
    [InlineData("۰۵۰۰۰۰۰۰۰۱")]
    [InlineData("  0500000001 ")]
    public void TryParse_AsPeopleWriteIt_IsTheSaudiMobile(string text)
    {
        Assert.True(TypedPhoneNumber.TryParse(text, out var number));
        Assert.Equal("+966500000001", number.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("05000000")]
    [InlineData("0500000001 ext. 5")]
    [InlineData("+9995000000")]
    [InlineData("اتصلوا بي")]
    [InlineData("050000000105000000010500000001")]
    public void TryParse_NoPhoneNumber_IsRefused(string? text) => Assert.False(TypedPhoneNumber.TryParse(text, out _));

    [Property(MaxTest = 10_000)]
    public bool TryParse_EverySaudiMobile_InEachWay(uint seed)
    {
        var subscriber = "5" + (seed % 100_000_000).ToString("00000000", CultureInfo.InvariantCulture);
        return !TypedPhoneNumber.TryParse("+966" + subscriber, out var whole)
            || new[] { "0" + subscriber, subscriber, "966" + subscriber, "00966" + subscriber }
                .All(text => TypedPhoneNumber.TryParse(text, out var number) && number == whole);
    }
}
