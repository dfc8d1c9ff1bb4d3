using Hangfire;
using Hangfire.Common;
using Kayan.Bot.Dialogs.Faq;
using Kayan.Bot.Faq;
using Microsoft.AspNetCore.Authentication;

namespace Kayan.Bot.Observability;

internal static class ObservabilityExtensions
{
    public const string MetricsPath = "/metrics";

    /// <summary>What the service counts, who may see it and, where a collector is named, traces.</summary>
    public static IHostApplicationBuilder AddObservability(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ObservabilityOptions>().BindConfiguration(ObservabilityOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, OperatorHandler>(OperatorHandler.Scheme, _ => { });
        builder.Logging.AddFilter(typeof(OperatorHandler).FullName, LogLevel.Warning); // every refusal would be a line
        services.AddSingleton<Backlog>().AddSingleton<BacklogGauges>().AddSingleton<Scraper>();
        services.AddScoped<IFaq>(provider => new MeasuredFaq(provider.GetRequiredService<FaqLibrary>()));
        services.AddSingleton<IJobFilterProvider>(_ => new JobFilterProviderCollection(
            GlobalJobFilters.Filters, new JobFilterAttributeFilterProvider(), Ours()));

        if (ObservabilityOptions.Read(builder.Configuration) is { OtlpEndpoint.Length: > 0 } options)
        {
            Collector.Add(services, options);
        }

        return builder;
    }

    /// <summary>/metrics in Prometheus' format, for <see cref="OperatorHandler"/>'s operators.</summary>
    public static void MapObservability(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(MetricsPath, endpoints.ServiceProvider.GetRequiredService<Scraper>().AnswerAsync)
            .RequireAuthorization(policy => policy.AddAuthenticationSchemes(OperatorHandler.Scheme).RequireAuthenticatedUser());

    private static JobFilterCollection Ours()
    {
        var filters = new JobFilterCollection();
        filters.Add(new JobFailureFilter());
        return filters;
    }
}
