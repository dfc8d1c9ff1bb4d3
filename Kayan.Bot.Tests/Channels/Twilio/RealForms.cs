using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>Sixty forms as Twilio sends them, for slicing and mutating.</summary>
internal static class RealForms
{
    private static readonly FakeTwilioAccount Account = new();

    private static readonly string[] Words =
    [
        "السلام عليكم", "وين وصل طلبي؟", "٥", "ابي اكلم موظفة", "Call me Dear Friend", "شكرًا 👍🏽", "", "رقم الطلب K-1448-00012 From Riyadh",
        "أحتاج مساعدة في تحديث IBAN بتاريخ 12/6/1448", "a+b & c=d %20", "سطر\nثان", "0",
    ];

    public static IReadOnlyList<IReadOnlyList<KeyValuePair<string, string>>> All { get; } =
    [
        .. Words.Select((text, i) => WhatsApp(i, text)),
        .. Words.Select((text, i) => Sms(100 + i, text)),
        .. Words.Select((text, i) => Rich(200 + i, text)),
        .. Enumerable.Range(0, 6).Select(i => Media(300 + i, 1 + (i * 4))),
        .. Enumerable.Range(0, 6).Select(i => Place(400 + i)),
        .. Enumerable.Range(0, 6).Select(i => Button(500 + i)),
        .. Enumerable.Range(0, 6).Select(i => OptOut(600 + i)),
    ];

    public static string Sid(int number) => $"SM{number:x32}";

    public static IReadOnlyList<KeyValuePair<string, string>> WhatsApp(int number, string text) =>
        [.. FakeTwilioWebhook.WhatsApp(Account, Sid(number), $"+9665{number:d8}", text)];

    public static IReadOnlyList<KeyValuePair<string, string>> Sms(int number, string text) =>
        [.. FakeTwilioWebhook.Sms(Account, Sid(number), $"+9665{number:d8}", text)];

    public static IReadOnlyList<KeyValuePair<string, string>> Media(int number, int count) =>
    [
        .. WhatsApp(number, "صورة الهوية").Where(field => field.Key is not ("NumMedia" or "MessageType")),
        new("MessageType", "image"), new("NumMedia", $"{count}"),
        .. Enumerable.Range(0, count).SelectMany(i => new KeyValuePair<string, string>[]
        {
            new($"MediaContentType{i}", "image/jpeg"), new($"MediaUrl{i}", $"https://api.twilio.com/2010-04-01/Accounts/{Account.Sid}/Media/ME{i}"),
        }),
    ];

    public static IReadOnlyList<KeyValuePair<string, string>> Place(int number) =>
    [
        .. WhatsApp(number, "").Where(field => field.Key != "MessageType"),
        new("MessageType", "location"), new("Latitude", "24.7136"), new("Longitude", "46.6753"), new("Label", "البيت"), new("Address", "Olaya St"),
    ];

    public static IReadOnlyList<KeyValuePair<string, string>> Button(int number) =>
    [
        .. WhatsApp(number, "ممتاز").Where(field => field.Key is not ("MessageType" or "From" or "WaId")),
        new("From", "whatsapp:SA.1A2B3C4D5E6F7G8H9I0J"), new("ExternalUserId", "whatsapp:SA.1A2B3C4D5E6F7G8H9I0J"), new("MessageType", "button"),
        new("ButtonText", "ممتاز"), new("ButtonPayload", "survey:42:5"), new("ButtonType", "REPLY"),
        new("OriginalRepliedMessageSid", "MM00000000000000000000000000000011"), new("OriginalRepliedMessageSender", "whatsapp:+14155238886"),
    ];

    private static IReadOnlyList<KeyValuePair<string, string>> Rich(int number, string text) =>
    [
        .. WhatsApp(number, text), new("ExternalUserId", "whatsapp:SA.1A2B3C4D5E"), new("Forwarded", "true"),
        new("ChannelMetadata", "{\"type\":\"whatsapp\",\"data\":{\"context\":{\"WaId\":\"966500000001\"}}}"),
    ];

    private static IReadOnlyList<KeyValuePair<string, string>> OptOut(int number) =>
        [.. Sms(number, "إيقاف"), new("OptOutType", "STOP"), new("MessagingServiceSid", "MG00000000000000000000000000000001")];
}
