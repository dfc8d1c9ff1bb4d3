using System.Diagnostics.Metrics;
using Kayan.Bot.Incidents;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Observability;

/// <summary>
/// The gauges that come from the database. One reading serves everybody who looks within <see cref="ObservabilityOptions.ReadEvery"/>;
/// when the database does not answer the gauges are absent rather than old.
/// </summary>
internal sealed partial class BacklogGauges : IDisposable
{
    private static readonly IncidentKind[] Kinds = Enum.GetValues<IncidentKind>();
    private static readonly string[] KindNames = Labels.Of<IncidentKind>();

    private readonly Backlog _backlog;
    private readonly TimeSpan _readEvery;
    private readonly TimeProvider _time;
    private readonly ILogger<BacklogGauges> _logger;
    private readonly SemaphoreSlim _reading = new(1);

    private BacklogView? _view;
    private long _readAt;

    public BacklogGauges(
        Backlog backlog, IMeterFactory meters, IOptions<ObservabilityOptions> options, TimeProvider time, ILogger<BacklogGauges> logger)
    {
        (_backlog, _readEvery, _time, _logger) = (backlog, options.Value.ReadEvery, time, logger);
        Meter = meters.Create(Measures.MeterName);
        Gauge("kayan_inbox_age_seconds", "How long the oldest message without its turn has waited.", view => Age(view, view.InboxSince));
        Gauge("kayan_outbox_age_seconds", "How long the oldest message that could be sent now has waited.", view => Age(view, view.OutboxSince));
        Gauge("kayan_handoffs_waiting", "People who wait for a human.", view => view.Handoffs);
        Gauge("kayan_handoff_wait_seconds", "How long the first of them has waited.", view => Age(view, view.HandoffSince));
        Meter.CreateObservableGauge("kayan_incidents_open", Incidents, description: "What only a person can put right, by its kind.");
    }

    /// <summary>This host's own: another host of the process has its own database.</summary>
    public Meter Meter { get; }

    /// <summary>Reads anew, unless the last reading is fresh enough.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_view is not null && _time.GetElapsedTime(_readAt) < _readEvery)
            {
                return;
            }

            _view = await _backlog.ReadAsync(cancellationToken);
            _readAt = _time.GetTimestamp();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            _view = null;
            LogNotRead(failure.GetType().Name);
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private static double Age(BacklogView view, DateTimeOffset? since) => since is { } at && at < view.At ? (view.At - at).TotalSeconds : 0;

    private void Gauge(string name, string description, Func<BacklogView, double> value) =>
        Meter.CreateObservableGauge(name, () => Read(value), description: description);

    private IEnumerable<Measurement<double>> Read(Func<BacklogView, double> value) => _view is { } view ? [new(value(view))] : [];

    private IEnumerable<Measurement<int>> Incidents() => _view is { } view
        ? Kinds.Select((kind, i) => new Measurement<int>(
            view.Incidents.GetValueOrDefault(kind), new KeyValuePair<string, object?>("kind", KindNames[i])))
        : [];

    [LoggerMessage(LogLevel.Warning, "What waits could not be read: {Kind}.")]
    private partial void LogNotRead(string kind);
}
