using Kayan.Bot.Security;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Kayan.Bot.Files;

/// <summary>Gives the staff what people sent: always as a download, never as a page. A player may ask for a part of it.</summary>
internal static class FileEndpoints
{
    public const string Path = "/console/files";

    /// <summary>Where the staff fetch a file.</summary>
    public static string UrlOf(Guid id) => $"{Path}/{id}";

    /// <summary>The file that an address of ours names; null for any other address.</summary>
    public static Guid? IdOf(string? url) =>
        url?.StartsWith(Path + '/', StringComparison.Ordinal) == true && Guid.TryParseExact(url.AsSpan(Path.Length + 1), "D", out var id) ? id : null;

    public static void MapFiles(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path + "/{id:guid}", GetAsync).RequireAuthorization(StaffPolicies.Staff);

    private static async Task<IResult> GetAsync(Guid id, KayanDbContext db, HttpResponse response, CancellationToken cancellationToken)
    {
        var file = await db.Files.AsNoTracking().FirstOrDefaultAsync(stored => stored.Id == id, cancellationToken);
        if (file is not { State: FileState.Stored })
        {
            return TypedResults.NotFound();
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.CacheControl = "private, no-store";
        return TypedResults.Bytes(file.Content, file.ContentType, enableRangeProcessing: true);
    }
}
