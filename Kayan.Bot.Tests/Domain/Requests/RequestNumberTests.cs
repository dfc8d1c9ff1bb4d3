using FsCheck.Xunit;
using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Tests.Domain.Requests;

[Properties(MaxTest = 10_000)]
public sealed class RequestNumberTests
{
    [Theory]
    [InlineData("1000009", true)]
    [InlineData("1000000", false)]
    [InlineData("9999996", true)]
    [InlineData("0999998", false)]
    [InlineData("100000", false)]
    [InlineData("10000080", false)]
    [InlineData("١٠٠٠٠٠٨", false)]
    [InlineData(" 100008", false)]
    [InlineData("+100008", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void TryParse_AText_TakesOnlySevenDigitsWithTheirCheckDigit(string? text, bool valid) =>
        Assert.Equal(valid, RequestNumber.TryParse(text, out _));

    [Property]
    public bool TryParse_OfItsOwnText_IsTheSame(int seed) =>
        FromSeed(seed) is var number
        && RequestNumber.TryParse(number.ToString(), out var read)
        && read == number
        && read.ToString().Length == 7;

    [Property]
    public bool TryParse_OneDigitMistyped_IsRefused(int seed, byte place, byte by)
    {
        var digits = FromSeed(seed).ToString().ToCharArray();
        var at = place % digits.Length;
        digits[at] = (char)('0' + ((digits[at] - '0' + 1 + (by % 9)) % 10));
        return !RequestNumber.TryParse(new string(digits), out _);
    }

    [Property]
    public bool FromSerial_TwoSerials_NeverShareANumber(int a, int b) =>
        (FromSeed(a) == FromSeed(b)) == (Serial(a) == Serial(b));

    [Fact]
    public void Draw_ManyTimes_IsValidAndSpread()
    {
        var drawn = Enumerable.Range(0, 10_000).Select(_ => RequestNumber.Draw()).ToList();

        Assert.All(drawn, number => Assert.True(RequestNumber.TryParse(number.ToString(), out _)));
        Assert.InRange(drawn.Distinct().Count(), 9_800, 10_000);
        Assert.Equal(9, drawn.Select(number => number.ToString()[0]).Distinct().Count());
    }

    [Theory]
    [InlineData(99_999)]
    [InlineData(1_000_000)]
    public void FromSerial_OutsideTheRange_IsRefused(int serial) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RequestNumber.FromSerial(serial).ToString());

    private static int Serial(int seed) => 100_000 + (int)((uint)seed % 900_000);

    private static RequestNumber FromSeed(int seed) => RequestNumber.FromSerial(Serial(seed));
}
