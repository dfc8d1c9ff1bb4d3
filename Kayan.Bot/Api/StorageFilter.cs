using Kayan.Bot.Storage;

namespace Kayan.Bot.Api;

/// <summary>A database that is locked, full or away is told as such, so that the caller tries again.</summary>
internal sealed class StorageFilter(DatabaseProvider provider) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception failure) when (failure is StorageUnavailableException || provider.IsOutage(failure))
        {
            context.HttpContext.Response.Headers.RetryAfter = "5";
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "The database is not available; nothing was stored.");
        }
    }
}
