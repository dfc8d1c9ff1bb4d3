using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Hangfire;
using Hangfire.Storage;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Tests.Harness;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;

namespace Kayan.Bot.Tests.Observability;

/// <summary>The real service as in Production, talkative as it can be told to be, and everything that it says about itself.</summary>
internal sealed class CanaryHost : IAsyncDisposable
{
    private readonly RecordingLogs _logs = new();
    private readonly List<Activity> _spans = [];
    private readonly ConcurrentQueue<string> _answers = [];

    public KayanHost Host { get; } = new();

    public FakeTwilio Twilio { get; private set; } = null!;

    public HttpClient Client => Host.Client;

    public IReadOnlyCollection<string> Logs => _logs.Lines;

    /// <summary>Bodies of refusals and errors, and of the health page.</summary>
    public IReadOnlyCollection<string> Answers => _answers;

    public IReadOnlyList<Activity> Spans
    {
        get
        {
            Host.Services.GetRequiredService<TracerProvider>().ForceFlush();
            lock (_spans)
            {
                return [.. _spans];
            }
        }
    }

    public static async Task<CanaryHost> StartAsync()
    {
        var canary = new CanaryHost { Twilio = await FakeTwilio.StartAsync(new FakeTwilioAccount { AuthToken = Canaries.AuthToken }) };
        canary.Twilio.Callbacks.Automatic = ["sent", "delivered"];
        canary.Host.In("Production").With(canary.Twilio)
            .With("Twilio:PublicBaseUrl", canary.Host.Address.GetLeftPart(UriPartial.Authority))
            .With("WebChat:SigningKey", Canaries.SigningKey)
            .With("Observability:MetricsKey", Canaries.MetricsKey)
            .With("Observability:OtlpEndpoint", "http://127.0.0.1:1")
            .With("Pipeline:AmbiguousGrace", "00:00:00.2").With("Twilio:ConfigurationRetry", "00:00:01")
            .With("FollowUps:From", "00:00").With("FollowUps:Until", "23:59:59.9999999").With("FollowUps:AsksOnClosedDays", "true")
            .With("Logging:LogLevel:Default", "Trace").With("Logging:LogLevel:Microsoft.AspNetCore", "Trace")
            .With("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Trace").With("Logging:LogLevel:System.Net.Http.HttpClient", "Trace")
            .With("Logging:LogLevel:Hangfire", "Trace")
            .With(services =>
            {
                services.AddSingleton<ILoggerProvider>(canary._logs);
                services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddInMemoryExporter(canary._spans));
                var bot = services.Last(service => service.ServiceType == typeof(IBot));
                services.RemoveAll<IBot>().AddScoped<IBot>(provider => new FailingBot(
                    (IBot)(bot.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, bot.ImplementationType!))));
            });
        await canary.Host.StartAsync();
        return canary;
    }

    /// <summary>Waits until the follow-ups that are due have been seen to, all that came in had its turn and nothing is left to be sent at once.</summary>
    public Task QuietAsync() => Eventually.HoldsAsync(() => Host.DatabaseAsync(async db =>
    {
        var now = Host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        return !await db.FollowUps.AnyAsync(f => f.State == FollowUpState.Pending && f.DueAt <= now)
            && !await db.InboxMessages.AnyAsync(m => m.HandledAt == null)
            && !await db.OutboxMessages.AnyAsync(m => m.State == OutboxState.Claimed || (m.State == OutboxState.Pending && m.Attempts == 0));
    }), TimeSpan.FromSeconds(100)); // where a signal is lost the sweep of the next minute finds it

    /// <summary>Sends a request; the body is kept unless the answer was what the caller wanted.</summary>
    public async Task<string> SendAsync(HttpRequestMessage request, bool keep = true)
    {
        using var answer = await Client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        if (keep || !answer.IsSuccessStatusCode)
        {
            _answers.Enqueue($"answer {(int)answer.StatusCode} {request.Method}: {body} | {answer.Headers}");
        }

        request.Dispose();
        return body;
    }

    /// <summary>Everything that the service says about itself: logs, spans, jobs, measures, refusals, health.</summary>
    public async Task<IReadOnlyList<string>> SeenAsync()
    {
        await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/health/ready"));
        await SendAsync(Operator("/health/ready"));
        var measures = await SendAsync(Operator("/metrics"));
        return
        [
            .. _logs.Lines, .. Spans.Select(Text), measures, .. _answers,
            .. JobsOf(Host.Services.GetRequiredService<JobStorage>().GetMonitoringApi()),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Twilio.DisposeAsync();
        _logs.Dispose();
    }

    /// <summary>All jobs with their arguments, properties, and the data of their states.</summary>
    public static IEnumerable<string> JobsOf(IMonitoringApi jobs)
    {
        string[] ids =
        [
            .. jobs.SucceededJobs(0, 1000).Select(job => job.Key), .. jobs.FailedJobs(0, 1000).Select(job => job.Key),
            .. jobs.DeletedJobs(0, 1000).Select(job => job.Key), .. jobs.ScheduledJobs(0, 1000).Select(job => job.Key),
            .. jobs.ProcessingJobs(0, 1000).Select(job => job.Key),
        ];
        return from id in ids.Distinct()
               let job = jobs.JobDetails(id)
               where job is not null
               let arguments = string.Join(", ", job.Job?.Args.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture)) ?? [])
               let properties = string.Join("; ", job.Properties)
               let states = string.Join(" > ", job.History.Select(state => $"{state.StateName} {state.Reason} {string.Join("; ", state.Data)}"))
               select $"job {job.Job?.Type.Name}({arguments}) {properties} | {states}";
    }

    private static HttpRequestMessage Operator(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Authorization", $"Bearer {Canaries.MetricsKey}");
        return request;
    }

    private static string Text(Activity span) =>
        $"span {span.Source.Name} {span.DisplayName} | {string.Join("; ", span.TagObjects)} | {span.StatusDescription} | {span.TraceStateString} | "
        + $"{string.Join("; ", span.Baggage)} | {string.Join("; ", span.Events.SelectMany(e => e.Tags))}";

    /// <summary>Fails with the person's own words where they hold "crash".</summary>
    private sealed class FailingBot(IBot bot) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
            turnContext.Activity.Text?.Contains("crash", StringComparison.Ordinal) == true
                ? throw new InvalidOperationException(turnContext.Activity.Text)
                : bot.OnTurnAsync(turnContext, cancellationToken);
    }
}
