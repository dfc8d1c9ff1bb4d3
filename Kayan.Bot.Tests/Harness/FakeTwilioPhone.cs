using System.Net;

namespace Kayan.Bot.Tests.Harness;

/// <summary>
/// A person's phone: what it sends arrives at the service as Twilio's signed webhook, again with the same MessageSid until the
/// service acknowledges it.
/// </summary>
/// <param name="account">Ours at the provider.</param>
/// <param name="http">Reaches the service.</param>
/// <param name="service">Where the service listens, for example "http://127.0.0.1:5081".</param>
/// <param name="number">E.164.</param>
/// <param name="publicBaseUrl">What the service is configured with, if it is not <paramref name="service"/>.</param>
public sealed class FakeTwilioPhone(FakeTwilioAccount account, HttpClient http, string service, string number, string? publicBaseUrl = null)
{
    public string Number => number;

    /// <summary>Sends on WhatsApp; returns the MessageSid once it is acknowledged.</summary>
    public Task<string> WhatsAppAsync(string text, CancellationToken cancellationToken = default)
    {
        var sid = FakeTwilioWebhook.NewSid();
        return DeliverAsync(sid, Sign(FakeTwilioWebhook.WhatsApp(account, sid, number, text)), cancellationToken);
    }

    /// <summary>Sends files on WhatsApp; returns the MessageSid once it is acknowledged.</summary>
    public Task<string> MediaAsync(string text, params IReadOnlyList<(string Type, string Url)> files)
    {
        var sid = FakeTwilioWebhook.NewSid("MM");
        return DeliverAsync(sid, Sign(FakeTwilioWebhook.Media(account, sid, number, text, files)), default);
    }

    /// <summary>Sends fields of one's own; returns once they are acknowledged.</summary>
    public Task<string> SendAsync(Func<FakeTwilioAccount, string, IEnumerable<KeyValuePair<string, string>>> fields)
    {
        var sid = FakeTwilioWebhook.NewSid();
        return DeliverAsync(sid, Sign(fields(account, sid)), default);
    }

    /// <summary>Sends by SMS; returns the MessageSid once it is acknowledged.</summary>
    public Task<string> SmsAsync(string text, CancellationToken cancellationToken = default)
    {
        var sid = FakeTwilioWebhook.NewSid();
        return DeliverAsync(sid, Sign(FakeTwilioWebhook.Sms(account, sid, number, text)), cancellationToken);
    }

    /// <summary>Signs fields of one's own for the message webhook.</summary>
    public FakeTwilioWebhook Sign(IEnumerable<KeyValuePair<string, string>> fields) =>
        FakeTwilioWebhook.Sign(account, publicBaseUrl ?? service, "/twilio/messages", fields);

    /// <summary>Posts once; null when there was no answer.</summary>
    public async Task<HttpStatusCode?> PostAsync(FakeTwilioWebhook webhook, CancellationToken cancellationToken = default)
    {
        try
        {
            using var request = webhook.ToRequest(service);
            using var response = await http.SendAsync(request, cancellationToken);
            return response.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<string> DeliverAsync(string sid, FakeTwilioWebhook webhook, CancellationToken cancellationToken)
    {
        for (var pause = 20; ; pause = Math.Min(2 * pause, 1000))
        {
            var status = await PostAsync(webhook, cancellationToken);
            if (status is HttpStatusCode.OK)
            {
                return sid;
            }

            if (status is { } refused && (int)refused is >= 400 and < 500)
            {
                throw new InvalidOperationException($"The service refused the webhook with {(int)refused}.");
            }

            await Task.Delay(pause, cancellationToken);
        }
    }
}
