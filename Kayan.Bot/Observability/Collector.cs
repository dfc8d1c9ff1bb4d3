using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Kayan.Bot.Observability;

/// <summary>What is sent to a collector, where one is named: traces, and the measures too.</summary>
internal static class Collector
{
    // Asked for again and again, and no part of anybody's message.
    private static readonly string[] Untraced = ["/health", ObservabilityExtensions.MetricsPath, "/_blazor", "/_framework", "/_content"];

    public static void Add(IServiceCollection services, ObservabilityOptions options)
    {
        var collector = new Uri(options.OtlpEndpoint!);
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator()); // otherwise the instrumentation reads what OwnTraces does not
        DistributedContextPropagator.Current = new OwnTraces(); // for requests of ours
        services.AddSingleton(DistributedContextPropagator.Current); // for those that come in
        services.AddHostedService<BacklogReader>();
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("kayan-bot", serviceVersion: Measures.Version));
        telemetry.WithMetrics(metrics => metrics
            .AddMeter(Measures.MeterName)
            .AddRuntimeInstrumentation()
            .AddOtlpExporter(exporter => exporter.Endpoint = collector));
        telemetry.WithTracing(tracing => tracing
            .AddSource(Spans.SourceName)
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(Math.Clamp(options.TracedPart, 0, 1))))
            .AddAspNetCoreInstrumentation(requests =>
            {
                requests.Filter = context => !Untraced.Any(path => context.Request.Path.StartsWithSegments(path));
                (requests.EnableAspNetCoreSignalRSupport, requests.EnableRazorComponentsSupport) = (false, false);
            })
            .AddHttpClientInstrumentation()
            .AddProcessor(new SpanCleaner())
            .AddOtlpExporter(exporter => exporter.Endpoint = collector));
    }
}
