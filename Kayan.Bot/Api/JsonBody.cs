using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayan.Bot.Api;

/// <summary>Reads a JSON body within its limit; whatever is wrong with it becomes a problem with its own status.</summary>
internal static class JsonBody
{
    /// <summary>The longest body that is read: 64 KB.</summary>
    public const int Limit = 64 * 1024;

    public static async Task<(T? Body, ProblemHttpResult? Problem)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            return (null, Problems.Of(StatusCodes.Status415UnsupportedMediaType, "The body must be application/json."));
        }

        if (request.ContentLength > Limit)
        {
            return (null, TooLarge());
        }

        try
        {
            var body = await JsonSerializer.DeserializeAsync(request.Body, type, request.HttpContext.RequestAborted);
            return body is null ? (null, Malformed(null)) : (body, null);
        }
        catch (JsonException failure)
        {
            return (null, Malformed(failure.Path));
        }
        catch (BadHttpRequestException failure)
        {
            return (null, failure.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge() : Malformed(null));
        }
    }

    private static ProblemHttpResult TooLarge() => Problems.Of(StatusCodes.Status413PayloadTooLarge, "The body must be at most 64 KB.");

    private static ProblemHttpResult Malformed(string? path) =>
        Problems.Of(StatusCodes.Status400BadRequest, "The body is not the JSON that is expected here.", ("path", path));
}
