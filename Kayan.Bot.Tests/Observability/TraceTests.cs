using System.Diagnostics;
using Kayan.Bot.Observability;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace Kayan.Bot.Tests.Observability;

/// <summary>A message's way is one trace, and a trace names nobody.</summary>
[Collection(Alone.Name)]
public sealed class TraceTests : IAsyncLifetime
{
    private readonly List<Activity> _spans = [];
    private readonly KayanHost _host = new();
    private FakeTwilio _twilio = null!;

    public async Task InitializeAsync()
    {
        _twilio = await FakeTwilio.StartAsync();
        _host.With(_twilio).WithEcho().With(services =>
            services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddInMemoryExporter(_spans)));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [Fact]
    public async Task Message_FromTheWebhookToTheSend_IsOneTrace()
    {
        await StartAsync();

        await _twilio.Phone(_host, "+966500000001").WhatsAppAsync("one");

        var send = await SpanAsync(span => span.DisplayName == "send");
        var http = await SpanAsync(span => span.Source.Name == "System.Net.Http" && span.ParentSpanId == send.SpanId);
        var turn = await SpanAsync(span => span.DisplayName == "turn");
        var webhook = await SpanAsync(span => span.DisplayName == "POST /twilio/messages");
        Assert.Equal(default, webhook.ParentSpanId);
        Assert.Equal((webhook.TraceId, webhook.SpanId), (turn.TraceId, turn.ParentSpanId));
        Assert.Equal((webhook.TraceId, turn.SpanId), (send.TraceId, send.ParentSpanId));
        Assert.Equal(webhook.TraceId, http.TraceId);
        Assert.DoesNotContain(Spans(), span => span.ParentSpanId == http.SpanId); // the provider, also of this process, is not told
        Assert.Equal("accepted", send.GetTagItem(SpanTags.Outcome));
        Assert.Equal("whatsapp", send.GetTagItem(SpanTags.Channel));
    }

    [Fact]
    public async Task Span_OfAnyKind_SaysOnlyWhatIsOnTheList()
    {
        await StartAsync();

        await _twilio.Phone(_host, "+966500000001").WhatsAppAsync("one");
        await _host.Client.GetAsync(new Uri("/s/secretcode?secret=query", UriKind.Relative));
        await _host.Client.GetAsync(new Uri("/nowhere/secretcode?secret=query", UriKind.Relative));

        await SpanAsync(span => span.DisplayName == "GET /s/{code}/");
        await SpanAsync(span => span.DisplayName == "GET");
        await SpanAsync(span => span.Source.Name == "System.Net.Http");
        Assert.All(Spans(), span =>
        {
            Assert.Empty(span.TagObjects.Select(tag => tag.Key).Except(SpanTags.Allowed));
            Assert.DoesNotContain("secret", span.DisplayName, StringComparison.Ordinal);
            Assert.Empty(span.Events);
            Assert.Null(span.StatusDescription);
        });
    }

    [Fact]
    public async Task Request_ThatBringsATrace_BeginsOneOfItsOwn()
    {
        await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/chat");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        request.Headers.Add("tracestate", "who=+966500000001");
        request.Headers.Add("baggage", "who=+966500000001");

        await _host.Client.SendAsync(request);

        var span = await SpanAsync(span => span.DisplayName == "GET /chat");
        Assert.NotEqual("0af7651916cd43dd8448eb211c80319c", span.TraceId.ToString());
        Assert.Equal((default, null), (span.ParentSpanId, span.TraceStateString));
        Assert.Empty(span.Baggage);
    }

    [Fact]
    public async Task Health_AskedForAllTheTime_IsNotTraced()
    {
        await StartAsync();

        await _host.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        await _host.Client.GetAsync(new Uri("/metrics", UriKind.Relative));
        await _host.Client.GetAsync(new Uri("/chat", UriKind.Relative));

        await SpanAsync(span => span.DisplayName == "GET /chat");
        Assert.DoesNotContain(Spans(), span => span.DisplayName is "GET /health/ready" or "GET /metrics");
    }

    [Fact]
    public async Task Message_WithoutACollector_IsNotTraced()
    {
        await _host.StartAsync();

        await _twilio.Phone(_host, "+966500000001").WhatsAppAsync("one");
        await _twilio.Ledger.WaitAsync(message => message.Body.Contains("one", StringComparison.Ordinal));

        Assert.Null(_host.Services.GetService<TracerProvider>());
        Assert.Equal([null], await _host.DatabaseAsync(db => db.InboxMessages.Select(m => m.TraceParent).ToListAsync()));
        Assert.Equal([null], await _host.DatabaseAsync(db => db.OutboxMessages.Select(m => m.TraceParent).ToListAsync()));
    }

    private Task<KayanHost> StartAsync() => _host.With("Observability:OtlpEndpoint", "http://127.0.0.1:1").StartAsync();

    private List<Activity> Spans()
    {
        _host.Services.GetRequiredService<TracerProvider>().ForceFlush(1000);
        return [.. _spans];
    }

    private Task<Activity> SpanAsync(Func<Activity, bool> match) => Eventually.GetAsync(() => Task.FromResult(Spans().Find(span => match(span))));
}
