using Kayan.Bot.Domain.People;
using Kayan.Bot.Files;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>Takes a message with files: multipart, the activity first, or a single file as the whole body.</summary>
internal sealed class UploadEndpoint(Inbox inbox, ChatLimits limits, TimeProvider time)
{
    private const int MostFiles = 10;
    private const string ActivityType = "application/vnd.microsoft.activity";

    /// <summary>How long an upload may take: 16 MB at half a megabit a second.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly byte[] Wordless = """{"type":"message"}"""u8.ToArray();

    private readonly UploadMemory _memory = new();

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

        using var late = new CancellationTokenSource(Patience, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(aborted, late.Token);
        using var share = _memory.Open();
        try
        {
            return await ReceiveAsync(context.Request, visitor, share, over.Token);
        }
        catch (Exception unavailable) when (unavailable is StorageUnavailableException or InsufficientMemoryException)
        {
            return DirectLineErrors.Unavailable;
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return DirectLineErrors.TooSlow;
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return DirectLineErrors.FileTooLarge;
        }
        catch (Exception malformed) when (malformed is IOException or InvalidDataException or BadHttpRequestException)
        {
            return DirectLineErrors.Malformed;
        }
    }

    private async Task<IResult> ReceiveAsync(HttpRequest request, Visitor visitor, UploadMemory.Share memory, CancellationToken over)
    {
        var (json, parts) = await PartsAsync(request, memory, over);
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

    private static async Task<(byte[]? Activity, List<(string? Name, byte[] Content)> Files)> PartsAsync(
        HttpRequest request, UploadMemory.Share memory, CancellationToken over)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            _ = ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var own);
            return (null, [(NameOf(own), await memory.ReadAsync(request.Body, over))]);
        }

        byte[]? activity = null;
        var files = new List<(string?, byte[])>();
        var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), request.Body);
        while (await reader.ReadNextSectionAsync(over) is { } section)
        {
            var content = await memory.ReadAsync(section.Body, over);
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
}
