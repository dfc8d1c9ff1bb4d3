using Kayan.Bot.Domain.People;
using Kayan.Bot.Files;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>Takes a message with files: multipart, the activity first, or a single file as the whole body.</summary>
internal sealed class UploadEndpoint(Inbox inbox, ChatLimits limits) : IDisposable
{
    private const int MostFiles = 10;
    private const int AtOnce = 4;
    private const string ActivityType = "application/vnd.microsoft.activity";

    private static readonly byte[] Wordless = """{"type":"message"}"""u8.ToArray();

    // Files are held in memory until they are stored: only so many at a time.
    private readonly SemaphoreSlim _room = new(AtOnce);

    public void Dispose() => _room.Dispose();

    public async Task<IResult> PostAsync(HttpContext context, CancellationToken aborted)
    {
        var visitor = DirectLineAuthorization.Of(context).Visitor;
        if (!limits.MayWrite(visitor.ConversationId))
        {
            return DirectLineErrors.TooMany;
        }

        if (context.Request.ContentLength > ReceivedFile.MaxBytes)
        {
            return DirectLineErrors.FileTooLarge;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = ReceivedFile.MaxBytes;
        }

        await _room.WaitAsync(aborted);
        try
        {
            return await ReceiveAsync(context.Request, visitor, aborted);
        }
        catch (StorageUnavailableException)
        {
            return DirectLineErrors.Unavailable;
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return DirectLineErrors.FileTooLarge;
        }
        catch (Exception malformed) when (malformed is IOException or InvalidDataException or BadHttpRequestException)
        {
            return DirectLineErrors.Malformed;
        }
        finally
        {
            _room.Release();
        }
    }

    private async Task<IResult> ReceiveAsync(HttpRequest request, Visitor visitor, CancellationToken aborted)
    {
        var (json, parts) = await PartsAsync(request, aborted);
        if (parts.Count is 0 or > MostFiles)
        {
            return DirectLineErrors.Malformed;
        }

        if (parts.ConvertAll(part => ReceivedFile.Of(part.Name, part.Content)) is var files && files.Contains(null))
        {
            return DirectLineErrors.FileTypeNotTaken;
        }

        switch (IncomingActivity.Parse(json ?? Wordless, visitor))
        {
            case ReadOutcome.Message { Activity: var activity, ExternalId: var externalId }:
                activity.Attachments = files.ConvertAll(file => file!.ToAttachment());
                var message = new IncomingMessage(ActivityEndpoints.Source, externalId, ChannelKind.WebChat, visitor.UserId, activity) { Files = files! };
                var receipt = await inbox.ReceiveAsync(message, CancellationToken.None);
                return Results.Json(new { id = OpenConversation.ActivityId(visitor, receipt.MessageId) });
            case ReadOutcome.Refused { Error: var error }:
                return error;
            default:
                return DirectLineErrors.Malformed;
        }
    }

    private static async Task<(byte[]? Activity, List<(string? Name, byte[] Content)> Files)> PartsAsync(HttpRequest request, CancellationToken aborted)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            _ = ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var own);
            return (null, [(NameOf(own), await BytesAsync(request.Body, aborted))]);
        }

        byte[]? activity = null;
        var files = new List<(string?, byte[])>();
        var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), request.Body);
        while (await reader.ReadNextSectionAsync(aborted) is { } section)
        {
            var content = await BytesAsync(section.Body, aborted);
            _ = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition);
            if (section.ContentType is { } part && part.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase))
            {
                activity = content;
            }
            else if (files.Count <= MostFiles)
            {
                files.Add((NameOf(disposition), content));
            }
        }

        return (activity, files);
    }

    private static string? NameOf(ContentDispositionHeaderValue? disposition) =>
        disposition is null ? null
        : disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value
        : HeaderUtilities.RemoveQuotes(disposition.FileName).Value;

    private static async Task<byte[]> BytesAsync(Stream body, CancellationToken aborted)
    {
        using var content = new MemoryStream();
        await body.CopyToAsync(content, aborted);
        return content.ToArray();
    }
}
