using System.Globalization;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Templates;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>WhatsApp or SMS through Twilio.</summary>
internal sealed class TwilioChannel(ChannelKind kind, TwilioApi api, TemplateBook book, IOptions<TwilioOptions> options) : IChannel
{
    /// <summary>Twilio gives its dates in whole seconds, and its clock is not ours.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(2);

    private readonly TwilioOptions _options = options.Value;

    public ChannelKind Kind => kind;

    public bool IsSetUp => kind is ChannelKind.WhatsApp || _options is { SmsFrom.Length: > 0 } or { MessagingServiceSid.Length: > 0 };

    public int PerSecond => kind is ChannelKind.WhatsApp ? _options.WhatsAppPerSecond : _options.SmsPerSecond;

    private string Prefix => kind is ChannelKind.WhatsApp ? "whatsapp:" : "";

    public int Units(OutgoingMessage message) => kind is ChannelKind.WhatsApp ? 1 : SmsSegments.Of(SmsText(message)).Count;

    public Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        kind is ChannelKind.WhatsApp ? WhatsAppAsync(message, cancellationToken) : SmsAsync(message, cancellationToken);

    public async Task<LookupOutcome> LookUpAsync(
        OutgoingMessage message, DateTimeOffset since, IReadOnlySet<string> knownSids, CancellationToken cancellationToken)
    {
        Func<string, bool> isIt = kind is ChannelKind.WhatsApp ? body => IsWhatsApp(message, body) : SmsText(message).Equals;
        string? found = null;
        await foreach (var listed in api.ListAsync(Prefix + message.To, since - ClockTolerance, cancellationToken))
        {
            if (listed is null)
            {
                return found is null ? new LookupOutcome.Unavailable() : new LookupOutcome.Found(found);
            }

            // Newest first: the last one that matches is the first that was taken.
            found = Matches(listed, message, isIt, since) && !knownSids.Contains(listed.Sid!) ? listed.Sid : found;
        }

        return found is null ? new LookupOutcome.Absent() : new LookupOutcome.Found(found);
    }

    private async Task<SendOutcome> WhatsAppAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (message.InWindow)
        {
            var inWindow = WhatsAppContent.InWindow(ActivityJson.Read(message.Activity), message.Language, book);
            var outcome = inWindow.Body is { Length: 0 }
                ? new SendOutcome.Failed(TwilioErrors.NoContent)
                : await api.SendAsync(Fields(message, inWindow), cancellationToken);
            if (outcome is not SendOutcome.Failed { Code: TwilioErrors.OutOfWindow })
            {
                return outcome;
            }
        }

        var template = WhatsAppContent.OutOfWindow(ActivityJson.Read(message.Activity), message.Language, book);
        return template.Missing is { } missing
            ? new SendOutcome.NoTemplate(missing, TwilioErrors.OutOfWindow)
            : await api.SendAsync(Fields(message, template), cancellationToken);
    }

    private async Task<SendOutcome> SmsAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var text = SmsText(message);
        return text.Length == 0 ? new SendOutcome.Failed(TwilioErrors.NoContent)
            : !IsSetUp ? new SendOutcome.Failed(TwilioErrors.NoSender, Ours: true)
            : await api.SendAsync(Fields(message, text), cancellationToken);
    }

    private static string SmsText(OutgoingMessage message) => TwilioText.Sms(ActivityJson.Read(message.Activity));

    /// <summary>It may have left in either form: after a refusal for the window it goes out as a template.</summary>
    private bool IsWhatsApp(OutgoingMessage message, string body)
    {
        var activity = ActivityJson.Read(message.Activity);
        var template = WhatsAppContent.OutOfWindow(activity, message.Language, book);
        return message.InWindow ? WhatsAppContent.InWindow(activity, message.Language, book).Is(body) || template.Is(body) : template.MayBe(body);
    }

    private IEnumerable<KeyValuePair<string, string>> Fields(OutgoingMessage message, WhatsAppContent content)
    {
        KeyValuePair<string, string>[] words = content.Sid is null
            ? [new("Body", content.Body!)]
            : [new("ContentSid", content.Sid), new("ContentVariables", content.Variables!)];
        return [.. Envelope(message), new("From", Prefix + _options.WhatsAppFrom), .. words];
    }

    private IEnumerable<KeyValuePair<string, string>> Fields(OutgoingMessage message, string text)
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

    private bool Matches(TwilioMessage listed, OutgoingMessage message, Func<string, bool> isIt, DateTimeOffset since)
    {
        var from = kind is ChannelKind.WhatsApp ? Prefix + _options.WhatsAppFrom : _options.SmsFrom;
        return listed.Sid is not null
            && listed.To == Prefix + message.To
            && (listed.From is null || string.IsNullOrEmpty(from) || listed.From == from)
            && listed.Direction is not "inbound"
            && listed.Body is { } body
            && isIt(body)
            && DateTimeOffset.TryParseExact(
                listed.DateCreated, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var created)
            && created >= since - ClockTolerance;
    }
}
