using Microsoft.AspNetCore.Mvc;

namespace Kayan.Bot.Links;

internal static class LinksExtensions
{
    private const int LargestForm = 64 * 1024;

    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>The pages that text messages lead to.</summary>
    public static IHostApplicationBuilder AddLinks(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<LinkOptions>().BindConfiguration(LinkOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<LinkGuesses>();
        builder.Services.AddScoped<LinkDesk>().AddScoped<LinkWords>().AddScoped<LinkEndpoints>();
        return builder;
    }

    public static IEndpointRouteBuilder MapLinks(this IEndpointRouteBuilder endpoints)
    {
        // The forms check their token themselves: one that is stale leads back to its page.
        var links = endpoints.MapGroup("/s/{code}").DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        links.MapMethods("", Read, (LinkEndpoints pages, HttpContext context, string code) => pages.ShowAsync(context, code));
        links.MapMethods("/stop", Read, (LinkEndpoints pages, HttpContext context, string code) => pages.ShowStopAsync(context, code));
        links.MapPost("", (LinkEndpoints pages, HttpContext context, string code) => pages.RateAsync(context, code));
        links.MapPost("/stop", (LinkEndpoints pages, HttpContext context, string code) => pages.StopAsync(context, code));
        return endpoints;
    }
}
