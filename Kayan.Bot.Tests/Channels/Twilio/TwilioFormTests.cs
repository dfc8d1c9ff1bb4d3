using System.Text;
using Kayan.Bot.Channels.Twilio;

namespace Kayan.Bot.Tests.Channels.Twilio;

public sealed class TwilioFormTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a=1", "a→1")]
    [InlineData("&&a=1&&b&", "a→1|b→")]
    [InlineData("a=1=2&=3", "a→1=2|→3")]
    [InlineData("a+b=c+d&c=%2B", "a b→c d|c→+")]
    [InlineData("b=2&a=1&b=1&B=3", "b→2|a→1|b→1|B→3")]
    [InlineData("a=%zz%4&b=%", "a→%zz%4|b→%")]
    [InlineData("%D9%85=%d9%85", "م→م")]
    [InlineData("a=%00x%ff", "a→x\uFFFD")]
    public void Read_Body_KeepsOrderCaseAndRepetition(string body, string fields)
    {
        using var form = TwilioForm.Read(Encoding.UTF8.GetBytes(body))!;

        Assert.Equal(fields, string.Join('|', Enumerable.Range(0, form.Count).Select(i => $"{Encoding.UTF8.GetString(form.Name(i))}→{form.Text(i)}")));
    }

    [Fact]
    public void Read_UpToTheLimitOfFields_GrowsAndThenRefuses()
    {
        using var form = TwilioForm.Read(Fields(TwilioForm.MaxFields));

        Assert.Equal(TwilioForm.MaxFields, form!.Count);
        Assert.Equal("511", form.Text(511));
        Assert.Null(TwilioForm.Read(Fields(TwilioForm.MaxFields + 1)));
    }

    private static byte[] Fields(int count) => Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Range(0, count).Select(i => $"k{i}={i}")));
}
