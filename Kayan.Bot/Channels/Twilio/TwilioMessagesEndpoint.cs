using System.Text;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>
/// POST /twilio/messages: a message of a person. Answered once it is on the disk, never later: whatever it leads to is sent by
/// the outbox.
/// </summary>
internal sealed class TwilioMessagesEndpoint(WebhookReader reader, Inbox inbox, IOptions<TwilioOptions> options)
{
    public const string Path = "/twilio/messages";

    private static readonly ReadOnlyMemory<byte> NoReply = "<Response/>"u8.ToArray();

    private readonly byte[] _accountSid = Encoding.ASCII.GetBytes(options.Value.AccountSid);

    public async Task HandleAsync(HttpContext context)
    {
        var form = await reader.ReadAsync(context);
        if (form is null)
        {
            return;
        }

        var message = Read(form);
        form.Dispose();
        if (message is null)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        try
        {
            // Twilio going away is no reason to lose what it brought.
            await inbox.ReceiveAsync(message, CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        context.Response.ContentType = "text/xml";
        context.Response.ContentLength = NoReply.Length;
        await context.Response.Body.WriteAsync(NoReply);
    }

    private IncomingMessage? Read(TwilioForm form) =>
        WebhookForm.TryRead(form, out var read) ? InboundMessage.Read(read, _accountSid) : null;
}
