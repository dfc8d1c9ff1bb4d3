using Hangfire;

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
        return builder;
    }

    /// <summary>Reads the approvals back every hour.</summary>
    public static void ScheduleTemplates(this WebApplication app) =>
        app.Services.GetRequiredService<IRecurringJobManager>()
            .AddOrUpdate<TemplateWatch>("templates", watch => watch.RunAsync(CancellationToken.None), Cron.Hourly());
}
