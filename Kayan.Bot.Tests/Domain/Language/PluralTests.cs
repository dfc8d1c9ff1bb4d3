using Kayan.Bot.Domain.Language;

namespace Kayan.Bot.Tests.Domain.Language;

public sealed class PluralTests
{
    [Theory]
    [InlineData(0, PluralForm.Zero)]
    [InlineData(1, PluralForm.One)]
    [InlineData(2, PluralForm.Two)]
    [InlineData(3, PluralForm.Few)]
    [InlineData(10, PluralForm.Few)]
    [InlineData(11, PluralForm.Many)]
    [InlineData(99, PluralForm.Many)]
    [InlineData(100, PluralForm.Other)]
    [InlineData(101, PluralForm.Other)]
    [InlineData(102, PluralForm.Other)]
    [InlineData(103, PluralForm.Few)]
    [InlineData(111, PluralForm.Many)]
    [InlineData(1000, PluralForm.Other)]
    [InlineData(-3, PluralForm.Few)]
    [InlineData(long.MinValue, PluralForm.Few)]
    public void For_Count(long count, PluralForm expected) => Assert.Equal(expected, Plural.For(count));
}
