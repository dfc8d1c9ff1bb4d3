using System.Globalization;
using FsCheck.Xunit;
using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Tests.Domain.People;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+966500000001", true)]
    [InlineData("+15005550006", true)]
    [InlineData("+123456789012345", true)]
    [InlineData("+1234567890123456", false)]
    [InlineData("+123456", false)]
    [InlineData("+0966500000001", false)]
    [InlineData("966500000001", false)]
    [InlineData("00966500000001", false)]
    [InlineData("+966 50 000 0001", false)]
    [InlineData("+٩٦٦٥٠٠٠٠٠٠٠١", false)]
    [InlineData("whatsapp:+966500000001", false)]
    [InlineData("+966500000001\n", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void TryParse_AText_TakesOnlyE164(string? text, bool valid) => Assert.Equal(valid, PhoneNumber.TryParse(text, out _));

    [Property(MaxTest = 10_000)]
    public bool TryParse_EverySaudiMobile_KeepsIt(uint subscriber)
    {
        var text = "+9665" + (subscriber % 100_000_000).ToString("00000000", CultureInfo.InvariantCulture);
        return PhoneNumber.TryParse(text, out var number) && number.ToString() == text;
    }

    [Property(MaxTest = 10_000)]
    public bool TryParse_AnyText_GivesBackTheSameOrNothing(string? text) =>
        !PhoneNumber.TryParse(text, out var number) || number.Value == text;
}
