namespace Kayan.Bot.Site;

internal static class SiteExtensions
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static IHostApplicationBuilder AddSite(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new WebChatBundle()).AddSingleton<SiteAssets>().AddSingleton<SiteEndpoints>();
        return builder;
    }

    public static IEndpointRouteBuilder MapSite(this IEndpointRouteBuilder endpoints)
    {
        var site = endpoints.ServiceProvider.GetRequiredService<SiteEndpoints>();
        endpoints.MapMethods("/", Read, site.Home);
        endpoints.MapMethods("/chat", Read, site.Chat);
        endpoints.MapGet("/bubble.js", site.Bubble);
        endpoints.MapGet("/site/{name}", site.File);
        endpoints.MapGet("/webchat/" + WebChatBundle.FileName, site.Bundle);
        return endpoints;
    }
}
