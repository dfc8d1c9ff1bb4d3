namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>Signatures made or published by Twilio's own libraries.</summary>
internal static class TwilioSignatureVectors
{
    public const string Token = "12345678901234567890123456789012";
    private const string Host = "https://bot.example.com";
    private const string Account = "AccountSid=AC00000000000000000000000000000000";
    private const string Five = "MessageSid=SM00000000000000000000000000000005&MessageStatus=sent";
    private const string JsonHash = "7dc51de4356e14b49e84396eabcc2076a055e7578276b8a13ca86de605fc49c7";
    private const string PublishedJsonHash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

    public static TheoryData<string, string, string, string, string> All => new()
    {
        {
            "1 SMS", Token, $"{Host}/webhooks/twilio/sms",
            "ToCountry=SA&SmsMessageSid=SM00000000000000000000000000000001&NumMedia=0&SmsSid=SM00000000000000000000000000000001"
            + "&SmsStatus=received&Body=5&FromCountry=SA&To=%2B15005550006&NumSegments=1"
            + $"&MessageSid=SM00000000000000000000000000000001&{Account}&From=%2B966500000001&ApiVersion=2010-04-01",
            "QnBOqS+owuir8ZVNv/bOaaGh/cM="
        },
        {
            "2 WhatsApp, Arabic and an emoji", Token, $"{Host}/webhooks/twilio/whatsapp",
            "SmsMessageSid=SM00000000000000000000000000000002&NumMedia=0"
            + "&ProfileName=%D9%85%D8%AD%D9%85%D8%AF%20%D8%A7%D9%84%D8%B9%D8%AA%D9%8A%D8%A8%D9%8A&MessageType=text"
            + "&SmsSid=SM00000000000000000000000000000002&WaId=966500000002&SmsStatus=received"
            + "&Body=%D9%85%D8%B1%D8%AD%D8%A8%D8%A7%D8%8C%20%D8%A3%D8%B1%D9%8A%D8%AF%20%D8%A5%D9%8A%D9%82%D8%A7%D9%81"
            + "%20%D8%A7%D9%84%D8%B1%D8%B3%D8%A7%D8%A6%D9%84%20%F0%9F%91%8D&To=whatsapp%3A%2B14155238886&NumSegments=1"
            + $"&ReferralNumMedia=0&MessageSid=SM00000000000000000000000000000002&{Account}&From=whatsapp%3A%2B966500000002"
            + "&ApiVersion=2010-04-01",
            "Af9s5qkOWb/cZrwgyoLPKDEk120="
        },
        {
            "3 empty values, signs, names that differ in case", Token, $"{Host}/webhooks/twilio/sms",
            "Body=+a%2Bb+%26+c%3Dd+&body=lower&FromCity=&FromState=&FromZip=&Z=1&a=2&MessageSid=SM00000000000000000000000000000003",
            "xdm1aW9Pu4MilsrblhTW3xYkKKQ="
        },
        {
            "4 an escaped query stays escaped", Token, $"{Host}/webhooks/twilio/status?tenant=t%201&x=%D8%A3",
            "MessageSid=SM00000000000000000000000000000004&MessageStatus=delivered&SmsStatus=delivered&To=whatsapp%3A%2B966500000002",
            "WutC2L6mOI3hZ+AZCiWVcuo7Dc4="
        },
        { "5a no port", Token, $"{Host}/webhooks/twilio/status", Five, "uLRisO9qLRW41bDCQX1+sBah7uc=" },
        { "5b port 443", Token, $"{Host}:443/webhooks/twilio/status", Five, "HCS0Q5cudDls73txQmhz/Dg4a5Y=" },
        { "5c port 8443", Token, $"{Host}:8443/webhooks/twilio/status", Five, "x5sTw2G48TnxSK2ygdTiDrXaAp0=" },
        { "5d http", Token, "http://bot.example.com/webhooks/twilio/status", Five, "g21KxY0UKKlE5FWDlxa2GblO3wQ=" },
        { "6 JSON signs its URL", Token, $"{Host}/webhooks/twilio/events?bodySHA256={JsonHash}", "", "6SX+GNIg7OApPJQjO6O7XgJRM/4=" },
        {
            "7 repeated name", Token, $"{Host}/webhooks/twilio/sms",
            "MediaUrl=b&MediaUrl=a&MediaUrl=b&From=%2B966500000001", "mkWXzokeZYP4iEp4VEOB0vuiY9U="
        },
        {
            "8 GET", Token, $"{Host}/webhooks/twilio/sms?Body=%D9%86%D8%B9%D9%85&From=%2B966500000001", "",
            "4ZBQ0IQFJs5VNLiMx/iUJf0YAa8="
        },
        {
            "9 published", "12345", "https://mycompany.com/myapp.php?foo=1&bar=2",
            "CallSid=CA1234567890ABCDE&From=%2B14158675309&Digits=1234&To=%2B18005551212&Caller=%2B14158675309",
            "RSOYDt4T1cUTdK1PDd93/VVr8B8="
        },
        {
            "10 published", "12345", "https://example.com/myapp.php?foo=1&bar=2",
            "Digits=1234&To=%2B18005551212&From=%2B14158675310&Caller=%2B14158675310&CallSid=CA1234567890ABCDE",
            "L/OH5YylLD5NRKLltdqwSvS0BnU="
        },
        {
            "11 published, JSON", "12345", $"https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256={PublishedJsonHash}", "",
            "a9nBmqA0ju/hNViExpshrM61xv4="
        },
        {
            "12 button of a person without a phone number", Token, $"{Host}/webhooks/twilio/whatsapp", ButtonReply,
            "iJSGH4uYvfehGKOZFnnwO/uCYTs="
        },
        { "13 apostrophe in the query", Token, $"{Host}/webhooks/twilio/sms?n=O'Neil", "Body=x", "Fz3kzWuW6SL2hr2aXOM4yXoFfsI=" },
    };

    public static string ButtonReply { get; } = string.Join('&', new[]
    {
        ("AccountSid", "AC00000000000000000000000000000000"), ("ApiVersion", "2010-04-01"), ("Body", "تقييم: ممتاز"),
        ("ButtonPayload", "survey:42:5"), ("ButtonText", "ممتاز"), ("ExternalUserId", "whatsapp:SA.1A2B3C4D5E6F7G8H9I0J"),
        ("From", "whatsapp:SA.1A2B3C4D5E6F7G8H9I0J"), ("MessageSid", "SM00000000000000000000000000000012"),
        ("MessageType", "button"), ("NumMedia", "0"), ("NumSegments", "1"),
        ("OriginalRepliedMessageSender", "whatsapp:+14155238886"),
        ("OriginalRepliedMessageSid", "MM00000000000000000000000000000011"), ("ProfileName", "سارة"),
        ("SmsMessageSid", "SM00000000000000000000000000000012"), ("SmsSid", "SM00000000000000000000000000000012"),
        ("SmsStatus", "received"), ("To", "whatsapp:+14155238886"),
    }.Select(field => $"{field.Item1}={Uri.EscapeDataString(field.Item2)}"));
}
