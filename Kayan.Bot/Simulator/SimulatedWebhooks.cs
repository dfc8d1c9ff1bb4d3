using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kayan.Bot.Channels.Twilio;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Simulator;

/// <summary>Posts what Twilio would post to us: signed forms over HTTP to the real endpoints.</summary>
internal sealed class SimulatedWebhooks(HttpClient http, IOptions<TwilioOptions> options)
{
    private readonly TwilioOptions _options = options.Value;

    public static string NewSid() => "SM" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>A message of a person; the answer of the service as an HTTP status, 0 for none.</summary>
    public Task<int> PostMessageAsync(string sid, string address, string text, PhoneTap? tap, CancellationToken cancellationToken)
    {
        var isWhatsApp = address.StartsWith("whatsapp:", StringComparison.Ordinal);
        Dictionary<string, string> fields = new()
        {
            ["MessageSid"] = sid,
            ["SmsSid"] = sid,
            ["SmsMessageSid"] = sid,
            ["AccountSid"] = _options.AccountSid,
            ["ApiVersion"] = "2010-04-01",
            ["SmsStatus"] = "received",
            ["NumMedia"] = "0",
            ["NumSegments"] = "1",
            ["From"] = address,
            ["To"] = isWhatsApp ? $"whatsapp:{_options.WhatsAppFrom}" : "+966110000001",
            ["Body"] = text,
        };
        if (isWhatsApp)
        {
            fields["MessageType"] = tap is null ? "text" : "interactive";
            fields["WaId"] = address["whatsapp:+".Length..];
        }

        if (tap is not null)
        {
            fields[tap.IsRow ? "ListId" : "ButtonPayload"] = tap.Id;
            fields[tap.IsRow ? "ListTitle" : "ButtonText"] = text;
            fields["OriginalRepliedMessageSid"] = tap.Message;
        }

        return PostAsync($"{_options.PublicBaseUrl.TrimEnd('/')}{TwilioMessagesEndpoint.Path}", fields, cancellationToken);
    }

    /// <summary>What became of a message of the service.</summary>
    public Task<int> PostStatusAsync(TwilioMessage message, string callback, string status, int? code, CancellationToken cancellationToken)
    {
        Dictionary<string, string> fields = new()
        {
            ["MessageSid"] = message.Sid!,
            ["MessageStatus"] = status,
            ["SmsSid"] = message.Sid!,
            ["SmsStatus"] = status,
            ["AccountSid"] = _options.AccountSid,
            ["ApiVersion"] = "2010-04-01",
            ["From"] = message.From!.Contains('+', StringComparison.Ordinal) ? message.From : "+966110000001",
            ["To"] = message.To!,
        };
        if (code is { } failed)
        {
            fields["ErrorCode"] = failed.ToString(CultureInfo.InvariantCulture);
        }

        return PostAsync(callback, fields, cancellationToken);
    }

    private async Task<int> PostAsync(string url, Dictionary<string, string> fields, CancellationToken cancellationToken)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var form = TwilioForm.Read(Encoding.UTF8.GetBytes(await content.ReadAsStringAsync(cancellationToken)))!;
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        request.Headers.TryAddWithoutValidation(TwilioSignature.Header, TwilioSignature.Sign(_options.AuthTokens[0], url, form));
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }
}
