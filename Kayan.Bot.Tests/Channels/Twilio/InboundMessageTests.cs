using System.Text;
using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Files;
using Kayan.Bot.Pipeline;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Channels.Twilio;

public sealed class InboundMessageTests
{
    [Fact]
    public void Read_WhatsAppText_IsAMessageOfThatPhone()
    {
        var message = Read(RealForms.WhatsApp(1, "وين وصل طلبي؟"))!;

        Assert.Equal(("twilio", RealForms.Sid(1), ChannelKind.WhatsApp, "+966500000001"), (message.Source, message.ExternalId, message.Channel, message.Address));
        Assert.Equal(ActivityTypes.Message, message.Activity.Type);
        Assert.Equal("وين وصل طلبي؟", message.Activity.Text);
        Assert.Equal("whatsapp", message.Activity.ChannelId);
        Assert.Equal("+966500000001", message.Activity.From.Id);
        Assert.Equal("سارة", message.Activity.From.Name);
        Assert.Equal("+14155238886", message.Activity.Recipient.Id);
        Assert.Null(message.Activity.Value);
        Assert.Null(message.Activity.ChannelData);
    }

    [Fact]
    public void Read_Sms_IsAMessageOfThatPhone()
    {
        var message = Read(RealForms.Sms(2, "مرحبا"))!;

        Assert.Equal((ChannelKind.Sms, "+966500000002", "sms", "مرحبا"), (message.Channel, message.Address, message.Activity.ChannelId, message.Activity.Text));
    }

    [Fact]
    public void Read_ButtonOfAPersonWithoutANumber_HasTitlePayloadAndId()
    {
        var message = Read(RealForms.Button(3))!;

        Assert.Equal("SA.1A2B3C4D5E6F7G8H9I0J", message.Address);
        Assert.Equal(("ممتاز", "survey:42:5"), (message.Activity.Text, message.Activity.Value));
        Assert.Equal("MM00000000000000000000000000000011", ChannelData(message)["repliesTo"]);
    }

    [Fact]
    public void Read_ListRow_HasTitleAndId()
    {
        var message = Read([.. Without(RealForms.WhatsApp(4, "الحالة"), "MessageType"), new("ListTitle", "حالة الطلب"), new("ListId", "status")])!;

        Assert.Equal(("حالة الطلب", "status"), (message.Activity.Text, message.Activity.Value));
    }

    [Fact]
    public void Read_Media_AreAttachments()
    {
        var message = Read(RealForms.Media(5, 2))!;

        Assert.Equal("صورة الهوية", message.Activity.Text);
        Assert.Equal(["ME0", "ME1"], message.Media.Select(file => file.Source[^3..]));
        Assert.Equal(message.Media.Select(file => FileEndpoints.UrlOf(file.Id)), message.Activity.Attachments.Select(a => a.ContentUrl));
        Assert.All(message.Activity.Attachments, a => Assert.Equal("image/jpeg", a.ContentType));
    }

    [Fact]
    public void Read_Location_IsAnEntity()
    {
        var place = Assert.Single(Read(RealForms.Place(6))!.Activity.Entities);

        Assert.Equal("GeoCoordinates", place.Type);
        Assert.Equal("24.7136", $"{place.Properties["latitude"]}");
        Assert.Equal("البيت", $"{place.Properties["name"]}");
    }

    [Fact]
    public void Read_OptOut_SaysSo()
    {
        var message = Read([.. RealForms.Sms(7, "STOP"), new("OptOutType", "STOP")])!;

        Assert.Equal("STOP", ChannelData(message)["optOutType"]);
    }

    [Fact]
    public void Read_FieldThatIsNewAtTwilio_DoesNoHarm() =>
        Assert.NotNull(Read([.. RealForms.WhatsApp(8, "مرحبا"), new("BusinessAccountKind", "nonprofit"), new("ZzzNew", "1")]));

    [Fact]
    public void Read_BadUtf8AndNulInWords_AreMadeHarmless()
    {
        var fields = string.Join('&', Without(RealForms.WhatsApp(9, ""), "Body").Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        using var form = TwilioForm.Read(Encoding.ASCII.GetBytes(fields + "&Body=%FFa%00b"))!;

        Assert.True(WebhookForm.TryRead(form, out var read));
        Assert.Equal("\uFFFDab", InboundMessage.Read(read, "AC00000000000000000000000000000000"u8)!.Activity.Text);
    }

    [Theory]
    [InlineData("MessageSid", "SM1")]
    [InlineData("MessageSid", "SM00000000000000000000000000000000\0")]
    [InlineData("AccountSid", "AC00000000000000000000000000000001")]
    [InlineData("SmsSid", "SM00000000000000000000000000000099")]
    [InlineData("From", "whatsapp:966500000001")]
    [InlineData("From", "+966500000001")]
    [InlineData("From", "whatsapp:STC")]
    [InlineData("To", "messenger:1")]
    [InlineData("NumMedia", "1")]
    [InlineData("NumMedia", "99")]
    [InlineData("Forwarded", "yes")]
    [InlineData("OptOutType", "MAYBE")]
    [InlineData("ButtonPayload", "survey:42:5")]
    [InlineData("Latitude", "24.1")]
    [InlineData("Label", "البيت")]
    [InlineData("MediaUrl0", "https://api.twilio.com/x")]
    [InlineData("ApiVersion", "2010-04-01\0")]
    public void Read_FieldThatTwilioWouldNotWrite_IsRefused(string name, string value) =>
        Assert.Null(Read([.. Without(RealForms.WhatsApp(10, "مرحبا"), name), new(name, value)]));

    [Theory]
    [InlineData("MessageSid")]
    [InlineData("AccountSid")]
    [InlineData("From")]
    [InlineData("To")]
    [InlineData("Body")]
    public void Read_WithoutARequiredField_IsRefused(string name) => Assert.Null(Read(Without(RealForms.WhatsApp(11, "مرحبا"), name)));

    [Theory]
    [InlineData("From", "whatsapp:SA.1A2B3C4D5E6F7", "G8H9I0J")]
    [InlineData("ExternalUserId", "whatsapp:SA.1A2B3C4D5E6F7", "G8H9I0J")]
    [InlineData("ExternalUserId", "whatsapp:SA.1A2B3C", "Delta")]
    public void Read_IdOfAPersonCutShort_IsRefused(string name, string value, string rest) =>
        Assert.Null(Read([.. Without(RealForms.Button(13), name), new(name, value), new(rest, "")]));

    [Theory]
    [InlineData("Body")]
    [InlineData("From")]
    [InlineData("MessageSid")]
    public void Read_WithAFieldTwice_IsRefused(string name)
    {
        var form = RealForms.WhatsApp(12, "مرحبا");

        Assert.Null(Read([.. form, form.First(field => field.Key == name)]));
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Without(IReadOnlyList<KeyValuePair<string, string>> form, string name) =>
        [.. form.Where(field => field.Key != name)];

    private static Dictionary<string, string> ChannelData(IncomingMessage message) => (Dictionary<string, string>)message.Activity.ChannelData;

    private static IncomingMessage? Read(IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var body = string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        using var form = TwilioForm.Read(Encoding.UTF8.GetBytes(body))!;
        return WebhookForm.TryRead(form, out var read) ? InboundMessage.Read(read, "AC00000000000000000000000000000000"u8) : null;
    }
}
