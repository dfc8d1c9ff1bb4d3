using System.Text;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Benchmarks;

/// <summary>A signed WhatsApp webhook as the bytes of an HTTP request.</summary>
internal static class WebhookBytes
{
    public static byte[] Of(FakeTwilioAccount account, string address, string phone, string text, string? sid = null)
    {
        sid ??= FakeTwilioWebhook.NewSid();
        var webhook = FakeTwilioWebhook.Sign(account, address, "/twilio/messages", FakeTwilioWebhook.WhatsApp(account, sid, phone, text));
        var head = $"POST {webhook.Path} HTTP/1.1\r\nHost: {new Uri(address).Authority}\r\n"
            + "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n"
            + $"X-Twilio-Signature: {webhook.Signature}\r\nContent-Length: {webhook.Body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. webhook.Body];
    }
}
