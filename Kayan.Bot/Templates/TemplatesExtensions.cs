using Kayan.Bot.Jobs;

namespace Kayan.Bot.Templates;

internal static class TemplatesExtensions
{
    /// <summary>The approved templates: kept with the code, stored at the provider, watched.</summary>
    public static IHostApplicationBuilder AddTemplates(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHttpClient<ContentApi>(http => http.Timeout = TimeSpan.FromSeconds(30))
            .UseSocketsHttpHandler((handler, _) => (handler.AllowAutoRedirect, handler.UseCookies) = (false, false));
        builder.Services.AddSingleton<TemplateBook>().AddHostedService(services => services.GetRequiredService<TemplateBook>());
        builder.Services.AddScoped<TemplateSync>().AddScoped<TemplateWatch>();
        builder.Services.AddSingleton(RecurringJobSpec.EveryHour<TemplateWatch>("templates", watch => watch.RunAsync(CancellationToken.None)));
        return builder;
    }
}
