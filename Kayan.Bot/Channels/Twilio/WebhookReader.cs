using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>What both webhooks do first: the form comes in, within its limits, and Twilio signed it.</summary>
internal sealed class WebhookReader(IOptions<TwilioOptions> options)
{
    /// <summary>Twilio's forms have a few kilobytes.</summary>
    public const int MaxBody = 64 * 1024;

    private const string FormType = "application/x-www-form-urlencoded";

    private readonly TwilioSignature _signature = new(options.Value.AuthTokens, options.Value.PublicBaseUrl);

    /// <summary>The signed form; null when the request was answered with its refusal.</summary>
    public async ValueTask<TwilioForm?> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (!IsForm(request.ContentType))
        {
            return Refuse(context, StatusCodes.Status415UnsupportedMediaType);
        }

        if (request.ContentLength > MaxBody)
        {
            return Refuse(context, StatusCodes.Status413PayloadTooLarge);
        }

        var (form, refusal) = await ParseAsync(context);
        if (form is not null && _signature.IsValid(Target(context), request.Headers[TwilioSignature.Header], form))
        {
            return form;
        }

        form?.Dispose();
        return Refuse(context, refusal);
    }

    private static async ValueTask<(TwilioForm? Form, int Refusal)> ParseAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        try
        {
            while (true)
            {
                var result = await reader.ReadAsync(context.RequestAborted);
                var buffer = result.Buffer;
                if (buffer.Length > MaxBody)
                {
                    reader.AdvanceTo(buffer.End);
                    return (null, StatusCodes.Status413PayloadTooLarge);
                }

                if (result.IsCompleted)
                {
                    var form = TwilioForm.Read(buffer.IsSingleSegment ? buffer.FirstSpan : buffer.ToArray());
                    reader.AdvanceTo(buffer.End);
                    return (form, StatusCodes.Status403Forbidden);
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
            }
        }
        catch (BadHttpRequestException bad)
        {
            return (null, bad.StatusCode);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    private static TwilioForm? Refuse(HttpContext context, int status)
    {
        if (!context.Response.HasStarted)
        {
            context.Response.StatusCode = status;
            context.Response.ContentLength = 0;
            if (status is StatusCodes.Status413PayloadTooLarge)
            {
                // Otherwise the server would go on reading what we do not want.
                context.Response.Headers.Connection = "close";
            }
        }

        return null;
    }

    private static bool IsForm(string? contentType)
    {
        var parameters = contentType.AsSpan().IndexOf(';');
        var type = parameters < 0 ? contentType.AsSpan() : contentType.AsSpan(0, parameters);
        return type.Trim().Equals(FormType, StringComparison.OrdinalIgnoreCase);
    }

    private static string Target(HttpContext context) => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
}
