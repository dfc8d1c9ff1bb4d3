using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Kayan.Bot.Observability;

/// <summary>
/// Answers /metrics in Prometheus' format. What that takes is put together when somebody asks for the first time: it would cost every start
/// of the service a fifth more processor time, and the counters count without it.
/// </summary>
internal sealed class Scraper : IDisposable
{
    private readonly BacklogGauges _gauges;
    private readonly Lazy<(MeterProvider Provider, RequestDelegate Answer)> _built;

    public Scraper(BacklogGauges gauges, IServiceProvider services) => (_gauges, _built) = (gauges, new(() => Build(gauges, services)));

    public async Task AnswerAsync(HttpContext context)
    {
        await _gauges.RefreshAsync(context.RequestAborted);
        await _built.Value.Answer(context);
    }

    public void Dispose()
    {
        if (_built.IsValueCreated)
        {
            _built.Value.Provider.Dispose();
        }
    }

    private static (MeterProvider Provider, RequestDelegate Answer) Build(BacklogGauges gauges, IServiceProvider services)
    {
        var provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter(Measures.MeterName)
            .AddRuntimeInstrumentation()
            .AddView(instrument => IsAnotherHosts(instrument.Meter) ? MetricStreamConfiguration.Drop : null)
            .AddPrometheusExporter(exporter =>
                (exporter.ScopeInfoEnabled, exporter.TargetInfoEnabled, exporter.ScrapeResponseCacheDurationMilliseconds) = (false, false, 0))
            .Build();
        var answer = new ApplicationBuilder(services).UseOpenTelemetryPrometheusScrapingEndpoint(
            provider, predicate: _ => true, path: null, configureBranchedPipeline: null, optionsName: null).Build();
        return (provider, answer);

        // Counters are the process'. What is read from a database is that host's, of which tests have several in one process.
        bool IsAnotherHosts(System.Diagnostics.Metrics.Meter meter) =>
            meter.Name == Measures.MeterName && meter.Scope is not null && meter != gauges.Meter;
    }
}
