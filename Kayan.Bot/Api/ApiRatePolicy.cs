using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Api;

/// <summary>Counts the calls of a network address, with or without a key, so that keys cannot be guessed in bulk.</summary>
internal sealed class ApiRatePolicy(IOptions<ApiOptions> options) : IRateLimiterPolicy<string>
{
    public const string Name = "back-office-api";

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected { get; } = async (context, _) =>
    {
        if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
        {
            var seconds = (int)Math.Ceiling(wait.TotalSeconds);
            context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await Problems.Of(StatusCodes.Status429TooManyRequests, "Too many calls; wait before the next.").ExecuteAsync(context.HttpContext);
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => RateLimitPartition.GetFixedWindowLimiter(
        httpContext.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.CallsPerMinute, Window = TimeSpan.FromMinutes(1) });
}
