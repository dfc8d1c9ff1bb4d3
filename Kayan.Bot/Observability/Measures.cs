using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Kayan.Bot.Channels;
using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Observability;

/// <summary>What the service counts. Names are Prometheus names, so that a search for what a dashboard shows ends here.</summary>
internal static class Measures
{
    public const string MeterName = "Kayan.Bot";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Tally Webhooks = new(
        Meter, "kayan_webhooks_total", "Webhooks by what they bring and how they were answered.",
        ("kind", Labels.Of<WebhookKind>()), ("status", Labels.Statuses));

    private static readonly Tally Sends = new(
        Meter, "kayan_sends_total", "Tries to send by what became of them.",
        ("channel", Labels.Channels), ("outcome", Labels.SendOutcomes));

    private static readonly Tally Deliveries = new(
        Meter, "kayan_deliveries_total", "The provider's reports on what was sent; a message has several.",
        ("channel", Labels.Channels), ("status", Labels.Of<DeliveryStatus>()));

    private static readonly Tally FaqMatches = new(
        Meter, "kayan_faq_matches_total", "Texts of people by what the matcher made of them.", ("outcome", Labels.Of<FaqOutcome>()));

    private static readonly Tally WriteCommits = new(Meter, "kayan_write_commits_total", "Group commits that the database took.");

    private static readonly Tally WriteFailures = new(Meter, "kayan_write_failures_total", "Group commits that the database did not take.");

    private static readonly Counter<long> JobFailures = Meter.CreateCounter<long>(
        "kayan_job_failures_total", description: "Runs of a job that ended with an exception, also those that are tried again.");

    private static readonly Histogram<double> Turns = Meter.CreateHistogram(
        "kayan_turn_duration_seconds", "s", "A turn from its claim to its commit.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30] });

    /// <summary>The version, as a constant 1.</summary>
    public static ObservableGauge<int> Info { get; } = Meter.CreateObservableGauge(
        "kayan_info", () => new Measurement<int>(1, new KeyValuePair<string, object?>("version", Version)), description: "The version that runs.");

    public static string Version { get; } =
        typeof(Measures).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Runs a webhook and counts its answer.</summary>
    public static RequestDelegate Webhook(WebhookKind kind, RequestDelegate handle) => async context =>
    {
        await handle(context);
        Webhooks.Count((int)kind, Labels.OfStatus(context.Response.StatusCode));
    };

    public static void Sent(ChannelKind channel, SendOutcome outcome) => Sends.Count((int)channel, Labels.Of(outcome));

    public static void Reported(ChannelKind channel, DeliveryStatus status) => Deliveries.Count((int)channel, (int)status);

    public static void Matched(FaqOutcome outcome) => FaqMatches.Count((int)outcome);

    public static void WriteCommitted() => WriteCommits.Count();

    public static void WriteFailed() => WriteFailures.Count();

    /// <summary>A job of ours by its class; what is not ours has no name.</summary>
    public static void JobFailed(Type job) => JobFailures.Add(
        1, new KeyValuePair<string, object?>("job", job.Assembly == typeof(Measures).Assembly ? job.Name : "other"));

    /// <summary>Measures a turn until it is disposed of.</summary>
    public static Stopwatched Turn() => new(Stopwatch.GetTimestamp());

    /// <summary>A turn that is being measured.</summary>
    internal readonly struct Stopwatched(long began) : IDisposable
    {
        public void Dispose() => Turns.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
    }
}
