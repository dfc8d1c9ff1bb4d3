using System.Text;
using Kayan.Bot.Channels.Twilio;

namespace Kayan.Bot.Tests.Channels.Twilio;

public sealed class FieldFormatsTests
{
    private static readonly Dictionary<string, FieldFormats.Format> Formats = new()
    {
        ["message"] = FieldFormats.Message,
        ["address"] = FieldFormats.Address,
        ["media count"] = FieldFormats.MediaCount,
        ["version"] = FieldFormats.Version,
        ["coordinate"] = FieldFormats.Coordinate,
        ["url"] = FieldFormats.Url,
        ["media type"] = FieldFormats.MediaType,
        ["user id"] = FieldFormats.UserId,
        ["country"] = FieldFormats.Country,
        ["post code"] = FieldFormats.PostCode,
        ["json"] = FieldFormats.Json,
        ["opt-out"] = FieldFormats.OptOut,
    };

    [Theory]
    [InlineData("message", "SM0123456789abcdef0123456789abcdef", true)]
    [InlineData("message", "MM0123456789abcdef0123456789abcdef", true)]
    [InlineData("message", "SM0123456789ABCDEF0123456789abcdef", false)]
    [InlineData("message", "SM0123456789abcdef0123456789abcde", false)]
    [InlineData("message", "SM0123456789abcdef0123456789abcdef0", false)]
    [InlineData("message", "AC0123456789abcdef0123456789abcdef", false)]
    [InlineData("address", "+966500000001", true)]
    [InlineData("address", "whatsapp:+966500000001", true)]
    [InlineData("address", "whatsapp:SA.1A2B3C4D5E", true)]
    [InlineData("address", "whatsapp:SA.ENT.1A2B3C4D5E", true)]
    [InlineData("address", "12345", true)]
    [InlineData("address", "whatsapp:12345", false)]
    [InlineData("address", "+966500000001FromCity", false)]
    [InlineData("address", "+0966500000001", false)]
    [InlineData("address", "+966٥00000001", false)]
    [InlineData("address", "whatsapp:sa.1A2B", false)]
    [InlineData("address", "SA.1A2B", false)]
    [InlineData("address", "", false)]
    [InlineData("media count", "0", true)]
    [InlineData("media count", "25", true)]
    [InlineData("media count", "26", false)]
    [InlineData("media count", "00", false)]
    [InlineData("media count", "-1", false)]
    [InlineData("media count", "", false)]
    [InlineData("version", "2010-04-01", true)]
    [InlineData("version", "2010-04-01Body", false)]
    [InlineData("coordinate", "24.7136", true)]
    [InlineData("coordinate", "-46", true)]
    [InlineData("coordinate", "24.", false)]
    [InlineData("coordinate", "1e9", false)]
    [InlineData("url", "https://api.twilio.com/2010-04-01/Media/ME1", true)]
    [InlineData("url", "https://a.example/a b", false)]
    [InlineData("url", "file:///etc/passwd", false)]
    [InlineData("media type", "audio/ogg; codecs=opus", true)]
    [InlineData("media type", "image", false)]
    [InlineData("media type", "image/jpegMediaUrl0https", false)]
    [InlineData("user id", "SA.", false)]
    [InlineData("user id", "SA.a-b", false)]
    [InlineData("country", "SA", true)]
    [InlineData("country", "", true)]
    [InlineData("country", "SAFromState", false)]
    [InlineData("post code", "11564", true)]
    [InlineData("post code", "11564Label", false)]
    [InlineData("json", "{\"a\":1}", true)]
    [InlineData("json", "{\"a\":1}x", false)]
    [InlineData("json", "{\"a\":1}FlowData{\"b\":1}", false)]
    [InlineData("json", "{\"a\":", false)]
    [InlineData("json", "1", false)]
    [InlineData("json", "", true)]
    [InlineData("opt-out", "STOP", true)]
    [InlineData("opt-out", "stop", false)]
    [InlineData("opt-out", "", false)]
    public void Format_Value_IsAcceptedOrNot(string format, string value, bool accepted) =>
        Assert.Equal(accepted, Formats[format](Encoding.UTF8.GetBytes(value)));

    [Fact]
    public void Rules_CoverEveryDocumentedField()
    {
        var named = Enum.GetValues<WebhookField>().Except([WebhookField.MediaContentType, WebhookField.MediaUrl]);

        Assert.Empty(named.Except(FieldRules.All.Select(rule => rule.Field)));
        Assert.Equal(FieldRules.All.Count, FieldRules.All.Select(rule => rule.Name).Distinct().Count());
        Assert.All(FieldRules.All, rule => Assert.Same(rule, FieldRules.Find(Encoding.ASCII.GetBytes(rule.Name))));
    }
}
