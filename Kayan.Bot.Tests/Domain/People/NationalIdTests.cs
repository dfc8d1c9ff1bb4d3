using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Tests.Domain.People;

[Properties(Arbitrary = [typeof(Ids)], MaxTest = 10_000)]
public sealed class NationalIdTests
{
    [Theory]
    [InlineData("1000000008", true)]
    [InlineData("2000000006", true)]
    [InlineData("1000000007", false)]
    [InlineData("3000000004", false)]
    [InlineData("0000000000", false)]
    [InlineData("100000000", false)]
    [InlineData("10000000080", false)]
    [InlineData("١٠٠٠٠٠٠٠٠٨", false)]
    [InlineData("10000 0008", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void TryParse_AText_TakesOnlyTheTenDigitsOfAnId(string? text, bool valid) =>
        Assert.Equal(valid, NationalId.TryParse(text, out _));

    [Property]
    public bool TryParse_AnId_KeepsItsDigits(Id id) => NationalId.TryParse(id.Text, out var read) && read.Value == id.Text;

    [Property]
    public bool TryParse_OneDigitMistyped_IsRefused(Id id, byte place, byte by)
    {
        var digits = id.Text.ToCharArray();
        var at = place % digits.Length;
        digits[at] = (char)('0' + ((digits[at] - '0' + 1 + (by % 9)) % 10));
        return !NationalId.TryParse(new string(digits), out _);
    }

    [Property]
    public bool ToString_OfAnId_ShowsNoMoreThanTheLastFour(Id id) =>
        NationalId.TryParse(id.Text, out var read)
        && !read.ToString().Contains(id.Text[..6], StringComparison.Ordinal)
        && read.ToString().EndsWith(id.Text[^4..], StringComparison.Ordinal);

    public sealed record Id(string Text);

    private static class Ids
    {
        public static Arbitrary<Id> Arbitrary() =>
            Gen.Choose(100_000_000, 299_999_999).Select(serial => new Id(WithCheckDigit(serial))).ToArbitrary();

        /// <summary>Found by trial, so that it does not share the calculation under test.</summary>
        private static string WithCheckDigit(int serial) =>
            Enumerable.Range(0, 10)
                .Select(digit => serial.ToString(CultureInfo.InvariantCulture) + digit)
                .Single(text => NationalId.TryParse(text, out _));
    }
}
