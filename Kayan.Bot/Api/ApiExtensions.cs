using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kayan.Bot.Security;
using Microsoft.AspNetCore.Mvc;

namespace Kayan.Bot.Api;

internal static class ApiExtensions
{
    /// <summary>The back-office API and its keys.</summary>
    public static IHostApplicationBuilder AddBackOfficeApi(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ApiOptions>().BindConfiguration("Api").ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<ApiKeys>();
        services.AddAuthentication().AddScheme<ApiKeyOptions, ApiKeyHandler>(ApiKeyHandler.Scheme, _ => { });
        services.AddAuthorization();
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
            options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
        services.AddRateLimiter(options => options.AddPolicy<string, ApiRatePolicy>(ApiRatePolicy.Name));
        return builder;
    }

    public static IEndpointRouteBuilder MapBackOfficeApi(this IEndpointRouteBuilder endpoints)
    {
        var requests = endpoints.MapGroup("/api/v1/requests")
            .RequireAuthorization(policy => policy.AddAuthenticationSchemes(ApiKeyHandler.Scheme).RequireAuthenticatedUser())
            .RequireRateLimiting(ApiRatePolicy.Name)
            .WithMetadata(new RequestSizeLimitAttribute(JsonBody.Limit))
            .AddEndpointFilter<StorageFilter>();
        requests.MapPost("/", RequestEndpoints.ReceiveAsync);
        requests.MapGet("/{number}", RequestEndpoints.ShowAsync);
        requests.MapPost("/{number}/stage", RequestEndpoints.MoveAsync);
        return endpoints;
    }
}
