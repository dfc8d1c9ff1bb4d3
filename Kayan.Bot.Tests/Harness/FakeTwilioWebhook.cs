using System.Text;

namespace Kayan.Bot.Tests.Harness;

/// <summary>A signed form, ready to be posted as often as wanted.</summary>
public sealed record FakeTwilioWebhook(string Path, byte[] Body, string Signature)
{
    private static long _sids;

    /// <summary>A fresh MessageSid, unique in this process and between processes.</summary>
    public static string NewSid(string prefix = "SM") =>
        prefix + $"{Environment.ProcessId:x8}{Environment.TickCount64:x16}{Interlocked.Increment(ref _sids):x8}";

    /// <summary>What a person's WhatsApp message looks like.</summary>
    public static IEnumerable<KeyValuePair<string, string>> WhatsApp(FakeTwilioAccount account, string sid, string phone, string text) =>
    [
        new("SmsMessageSid", sid), new("NumMedia", "0"), new("ProfileName", "سارة"), new("MessageType", "text"), new("SmsSid", sid),
        new("WaId", phone.TrimStart('+')), new("SmsStatus", "received"), new("Body", text), new("To", $"whatsapp:{account.WhatsAppFrom}"),
        new("NumSegments", "1"), new("ReferralNumMedia", "0"), new("MessageSid", sid), new("AccountSid", account.Sid),
        new("From", $"whatsapp:{phone}"), new("ApiVersion", "2010-04-01"),
    ];

    /// <summary>What a WhatsApp message with files looks like.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Media(
        FakeTwilioAccount account, string sid, string phone, string text, params IReadOnlyList<(string Type, string Url)> files) =>
    [
        .. WhatsApp(account, sid, phone, text).Where(field => field.Key is not ("NumMedia" or "MessageType")), new("NumMedia", $"{files.Count}"),
        .. files.SelectMany((file, i) => new KeyValuePair<string, string>[] { new($"MediaContentType{i}", file.Type), new($"MediaUrl{i}", file.Url) }),
    ];

    /// <summary>What a message of somebody who does not show their number looks like; <paramref name="userId"/> is "SA.…".</summary>
    public static IEnumerable<KeyValuePair<string, string>> WithoutPhone(
        FakeTwilioAccount account, string sid, string userId, string text, string profileName = "سارة") =>
    [
        .. WhatsApp(account, sid, "+0", text).Where(field => field.Key is not ("From" or "WaId" or "ProfileName")),
        new("From", $"whatsapp:{userId}"), new("ExternalUserId", $"whatsapp:{userId}"), new("ProfileName", profileName),
    ];

    /// <summary>What a person's SMS looks like.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Sms(FakeTwilioAccount account, string sid, string phone, string text) =>
    [
        new("ToCountry", "SA"), new("ToState", ""), new("SmsMessageSid", sid), new("NumMedia", "0"), new("ToCity", ""), new("FromZip", ""),
        new("SmsSid", sid), new("FromState", ""), new("SmsStatus", "received"), new("FromCity", ""), new("Body", text), new("FromCountry", "SA"),
        new("To", account.SmsFrom), new("ToZip", ""), new("NumSegments", "1"), new("MessageSid", sid), new("AccountSid", account.Sid),
        new("From", phone), new("ApiVersion", "2010-04-01"),
    ];

    /// <summary>What a status callback looks like.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Status(
        FakeTwilioAccount account, FakeTwilioMessage message, string status, int? errorCode = null)
    {
        List<KeyValuePair<string, string>> fields =
        [
            new("SmsSid", message.Sid), new("SmsStatus", status), new("MessageStatus", status), new("To", message.To),
            new("MessageSid", message.Sid), new("AccountSid", account.Sid), new("From", message.From ?? account.SmsFrom),
            new("ApiVersion", "2010-04-01"),
        ];
        if (errorCode is { } code)
        {
            fields.Add(new("ErrorCode", $"{code}"));
        }

        return fields;
    }

    /// <summary>Signs for the public address; <paramref name="path"/> starts with a slash.</summary>
    public static FakeTwilioWebhook Sign(
        FakeTwilioAccount account, string publicBaseUrl, string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var list = fields.ToArray();
        var body = string.Join('&', list.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
        return new(path, Encoding.UTF8.GetBytes(body), FakeTwilioSignature.Sign(account.AuthToken, publicBaseUrl + path, list));
    }

    /// <summary>A fresh request for <paramref name="service"/>, the address where it really listens.</summary>
    public HttpRequestMessage ToRequest(string service)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, service + Path) { Content = new ByteArrayContent(Body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
        request.Headers.TryAddWithoutValidation("X-Twilio-Signature", Signature);
        return request;
    }
}
