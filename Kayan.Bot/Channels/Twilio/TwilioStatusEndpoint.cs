using System.Globalization;
using System.Text;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Observability;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Microsoft.Extensions.Options;
using static Kayan.Bot.Channels.Twilio.WebhookField;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>POST /twilio/status/{outboxId}: what became of a message that we sent.</summary>
internal sealed class TwilioStatusEndpoint(WebhookReader reader, DeliveryReports reports, IOptions<TwilioOptions> options)
{
    public const string Path = "/twilio/status";

    private readonly byte[] _accountSid = Encoding.ASCII.GetBytes(options.Value.AccountSid);

    public async Task HandleAsync(HttpContext context)
    {
        var form = await reader.ReadAsync(context);
        if (form is null)
        {
            return;
        }

        var report = Read(form);
        form.Dispose();
        context.Response.StatusCode = report is null ? StatusCodes.Status403Forbidden : StatusCodes.Status204NoContent;
        if (report is not { } said || !Guid.TryParseExact((string?)context.Request.RouteValues["outboxId"], "D", out var outboxId))
        {
            return;
        }

        try
        {
            await reports.ReportAsync(new(outboxId, said.Sid, said.Status, said.ErrorCode, Reason(said)), CancellationToken.None);
            Measures.Reported(said.Channel, said.Status);
        }
        catch (StorageUnavailableException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private Report? Read(TwilioForm form)
    {
        if (!WebhookForm.TryRead(form, out var read)
            || !read[AccountSid].SequenceEqual(_accountSid)
            || !read.Has(MessageSid)
            || Status(read[MessageStatus]) is not { } status
            || (read.Has(SmsSid) && !read[SmsSid].SequenceEqual(read[MessageSid])))
        {
            return null;
        }

        int? code = int.TryParse(read[ErrorCode], CultureInfo.InvariantCulture, out var number) ? number : null;
        var channel = FieldFormats.WhatsAppPrefixed(read[From], out _) ? ChannelKind.WhatsApp : ChannelKind.Sms;
        return new(Encoding.ASCII.GetString(read[MessageSid]), status, code, channel);
    }

    private static RefusalReason Reason(Report report) =>
        report is not { Status: DeliveryStatus.Failed or DeliveryStatus.Undelivered } ? RefusalReason.None : TwilioErrors.Of(report.ErrorCode) switch
        {
            TwilioTreatment.OptOut => RefusalReason.OptedOut,
            TwilioTreatment.Window => RefusalReason.OutsideWindow,
            TwilioTreatment.BadAddress => RefusalReason.BadAddress,
            _ => RefusalReason.NotDelivered,
        };

    private static DeliveryStatus? Status(ReadOnlySpan<byte> status) => Encoding.ASCII.GetString(status) switch
    {
        "accepted" or "scheduled" => DeliveryStatus.Accepted,
        "queued" => DeliveryStatus.Queued,
        "sending" => DeliveryStatus.Sending,
        "sent" => DeliveryStatus.Sent,
        "delivered" or "partially_delivered" => DeliveryStatus.Delivered,
        "read" => DeliveryStatus.Read,
        "undelivered" => DeliveryStatus.Undelivered,
        "failed" or "canceled" => DeliveryStatus.Failed,
        _ => null,
    };

    private readonly record struct Report(string Sid, DeliveryStatus Status, int? ErrorCode, ChannelKind Channel);
}
