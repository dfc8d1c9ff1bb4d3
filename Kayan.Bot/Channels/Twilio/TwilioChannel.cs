using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>WhatsApp or SMS through Twilio.</summary>
internal sealed class TwilioChannel(ChannelKind kind, TwilioApi api, IOptions<TwilioOptions> options) : IChannel
{
    /// <summary>Twilio gives its dates in whole seconds, and its clock is not ours.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(2);

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TwilioOptions _options = options.Value;

    public ChannelKind Kind => kind;

    private string Prefix => kind is ChannelKind.WhatsApp ? "whatsapp:" : "";

    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var text = Text(message);
        if (text.Length == 0)
        {
            return new SendOutcome.Failed(TwilioErrors.NoContent);
        }

        if (kind is ChannelKind.Sms)
        {
            return _options is { SmsFrom: null or "", MessagingServiceSid: null or "" }
                ? new SendOutcome.Failed(TwilioErrors.NoSender)
                : await api.SendAsync(Sms(message, text), cancellationToken);
        }

        var outcome = message.InWindow ? await api.SendAsync(FreeText(message, text), cancellationToken) : OutOfWindow;
        return outcome == OutOfWindow && _options.NoticeContentSid is { Length: > 0 } template
            ? await api.SendAsync(Template(message, text, template), cancellationToken)
            : outcome;
    }

    public async Task<LookupOutcome> LookUpAsync(
        OutgoingMessage message, DateTimeOffset since, IReadOnlySet<string> knownSids, CancellationToken cancellationToken)
    {
        var text = Text(message);
        string? found = null;
        await foreach (var listed in api.ListAsync(Prefix + message.To, since - ClockTolerance, cancellationToken))
        {
            if (listed is null)
            {
                return found is null ? new LookupOutcome.Unavailable() : new LookupOutcome.Found(found);
            }

            // Newest first: the last one that matches is the first that was taken.
            found = Matches(listed, message, text, since) && !knownSids.Contains(listed.Sid!) ? listed.Sid : found;
        }

        return found is null ? new LookupOutcome.Absent() : new LookupOutcome.Found(found);
    }

    private static SendOutcome OutOfWindow { get; } = new SendOutcome.Failed(TwilioErrors.OutOfWindow);

    private string Text(OutgoingMessage message)
    {
        var activity = ActivityJson.Read(message.Activity);
        return kind is ChannelKind.Sms ? TwilioText.Sms(activity) : TwilioText.WhatsApp(activity);
    }

    private IEnumerable<KeyValuePair<string, string>> FreeText(OutgoingMessage message, string text) =>
        [.. Envelope(message), new("From", Prefix + _options.WhatsAppFrom), new("Body", text)];

    private IEnumerable<KeyValuePair<string, string>> Template(OutgoingMessage message, string text, string contentSid) =>
    [
        .. Envelope(message),
        new("From", Prefix + _options.WhatsAppFrom),
        new("ContentSid", contentSid),
        new("ContentVariables", JsonSerializer.Serialize(new Dictionary<string, string> { ["1"] = TwilioText.Variable(text) }, Readable)),
    ];

    private IEnumerable<KeyValuePair<string, string>> Sms(OutgoingMessage message, string text)
    {
        KeyValuePair<string, string> sender = string.IsNullOrEmpty(_options.SmsFrom)
            ? new("MessagingServiceSid", _options.MessagingServiceSid!)
            : new("From", _options.SmsFrom);
        return [.. Envelope(message), sender, new("Body", text)];
    }

    private IEnumerable<KeyValuePair<string, string>> Envelope(OutgoingMessage message) =>
    [
        new("To", Prefix + message.To),
        new("StatusCallback", $"{_options.PublicBaseUrl.TrimEnd('/')}{TwilioStatusEndpoint.Path}/{message.OutboxId:D}"),
    ];

    private bool Matches(TwilioMessage listed, OutgoingMessage message, string text, DateTimeOffset since)
    {
        var from = kind is ChannelKind.WhatsApp ? Prefix + _options.WhatsAppFrom : _options.SmsFrom;
        return listed.Sid is not null
            && listed.To == Prefix + message.To
            && (listed.From is null || string.IsNullOrEmpty(from) || listed.From == from)
            && listed.Direction is not "inbound"
            && listed.Body is { } body
            && (body == text || (!message.InWindow && body.Contains(TwilioText.Variable(text), StringComparison.Ordinal)))
            && DateTimeOffset.TryParseExact(
                listed.DateCreated, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var created)
            && created >= since - ClockTolerance;
    }
}
