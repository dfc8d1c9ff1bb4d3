using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayan.Bot.Api;

/// <summary>Problem details (RFC 9457) with nothing in them but what the caller can act on.</summary>
internal static class Problems
{
    public static ProblemHttpResult Of(int status, string title, params (string Name, object? Value)[] more) =>
        TypedResults.Problem(
            title: title,
            statusCode: status,
            extensions: more.Where(extension => extension.Value is not null).ToDictionary(e => e.Name, e => e.Value));

    public static ProblemHttpResult NotFound() => Of(StatusCodes.Status404NotFound, "There is no such request.");
}
