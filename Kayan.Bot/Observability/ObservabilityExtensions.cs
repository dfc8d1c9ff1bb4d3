using Hangfire;
using Hangfire.Common;
using Kayan.Bot.Dialogs.Faq;
using Kayan.Bot.Faq;
using Microsoft.AspNetCore.Authentication;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

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
        services.AddScoped<Backlog>().AddSingleton<BacklogGauges>();
        services.AddScoped<IFaq>(provider => new MeasuredFaq(provider.GetRequiredService<FaqLibrary>()));
        services.AddSingleton<IJobFilterProvider>(_ => new JobFilterProviderCollection(
            GlobalJobFilters.Filters, new JobFilterAttributeFilterProvider(), Ours()));

        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("kayan-bot", serviceVersion: Measures.Version));
        telemetry.WithMetrics(metrics => metrics
            .AddMeter(Measures.MeterName)
            .AddRuntimeInstrumentation()
            .AddPrometheusExporter(exporter => (exporter.ScopeInfoEnabled, exporter.TargetInfoEnabled, exporter.ScrapeResponseCacheDurationMilliseconds) = (false, false, 0)));
        services.ConfigureOpenTelemetryMeterProvider((provider, metrics) => LeaveOutOtherHosts(metrics, provider.GetRequiredService<BacklogGauges>()));
        if (ObservabilityOptions.Read(builder.Configuration) is { OtlpEndpoint.Length: > 0 } options)
        {
            Tracing.Add(services, telemetry, options);
        }

        return builder;
    }

    /// <summary>/metrics in Prometheus' format, for <see cref="OperatorHandler"/>'s operators.</summary>
    public static void MapObservability(this IEndpointRouteBuilder endpoints)
    {
        var gauges = endpoints.ServiceProvider.GetRequiredService<BacklogGauges>();
        endpoints.MapPrometheusScrapingEndpoint(MetricsPath, meterProvider: null, Refresh, optionsName: null)
            .RequireAuthorization(policy => policy.AddAuthenticationSchemes(OperatorHandler.Scheme).RequireAuthenticatedUser());

        void Refresh(IApplicationBuilder branch) => branch.Use(async (context, next) =>
        {
            await gauges.RefreshAsync(context.RequestAborted);
            await next(context);
        });
    }

    // Counters are the process'. What is read from a database is that host's, of which tests have several in one process.
    private static void LeaveOutOtherHosts(MeterProviderBuilder metrics, BacklogGauges gauges) => metrics.AddView(instrument =>
        instrument.Meter.Name == Measures.MeterName && instrument.Meter.Scope is not null && instrument.Meter != gauges.Meter
            ? MetricStreamConfiguration.Drop
            : null);

    private static JobFilterCollection Ours()
    {
        var filters = new JobFilterCollection();
        filters.Add(new JobFailureFilter());
        return filters;
    }
}
