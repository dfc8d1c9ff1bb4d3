using Hangfire;
using Kayan.Bot.Jobs;
using Kayan.Bot.Tests.Deploy;
using Kayan.Bot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Observability;

/// <summary>What the dashboards read: each figure moves with what it counts.</summary>
[Collection(Alone.Name)]
public sealed class MetricsTests : IAsyncLifetime
{
    private readonly KayanHost _host = new();
    private FakeTwilio _twilio = null!;

    public async Task InitializeAsync()
    {
        _twilio = await FakeTwilio.StartAsync();
        _twilio.Callbacks.Automatic = ["sent", "delivered"];
        await _host.With(_twilio).With("Observability:ReadEvery", "00:00:00")
            .With(services => services.AddScoped<FollowUpJudge>(_ => throw new InvalidOperationException("so that the job fails")))
            .StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [Theory]
    [InlineData("kayan_webhooks_total kind=\"message\" status=\"200\"")]
    [InlineData("kayan_webhooks_total kind=\"status\" status=\"204\"")]
    [InlineData("kayan_turn_duration_seconds_count")]
    [InlineData("kayan_faq_matches_total outcome=\"answered\"")]
    [InlineData("kayan_sends_total channel=\"whatsapp\" outcome=\"accepted\"")]
    [InlineData("kayan_deliveries_total channel=\"whatsapp\" status=\"delivered\"")]
    [InlineData("kayan_write_commits_total")]
    public async Task Question_AnsweredAndDelivered_IsCounted(string series)
    {
        var before = await Scrape.ReadAsync(_host.Client);

        await _twilio.Phone(_host, "+966500000001").WhatsAppAsync("متى يطلع قرار اللجنة؟");

        await RisesAsync(series, before[series] ?? 0);
    }

    [Fact]
    public async Task Webhook_Forged_IsCountedAsRefused()
    {
        const string Series = "kayan_webhooks_total kind=\"message\" status=\"403\"";
        var before = await Scrape.ReadAsync(_host.Client);
        var phone = _twilio.Phone(_host, "+966500000001");
        var forged = phone.Sign(
            FakeTwilioWebhook.WhatsApp(_twilio.Account, FakeTwilioWebhook.NewSid(), phone.Number, "نعم")) with
        { Signature = "no" };

        await phone.PostAsync(forged);

        Assert.Equal(before[Series] + 1, (await Scrape.ReadAsync(_host.Client))[Series]);
    }

    [Fact]
    public async Task Job_Failing_IsCountedByItsClass()
    {
        const string Series = "kayan_job_failures_total job=\"SendFollowUp\"";
        var before = await Scrape.ReadAsync(_host.Client);

        _host.Services.GetRequiredService<IBackgroundJobClient>().Enqueue<SendFollowUp>(job => job.RunAsync(1, CancellationToken.None));

        await RisesAsync(Series, before[Series] ?? 0);
    }

    [Fact]
    public async Task Figures_OfTheDashboardAndTheAlerts_AreAllServed()
    {
        await Scrape.ReadAsync(_host.Client);
        _host.Services.GetRequiredService<IBackgroundJobClient>().Enqueue<SendFollowUp>(job => job.RunAsync(1, CancellationToken.None));
        await _twilio.Phone(_host, "+966500000001").WhatsAppAsync("متى يطلع قرار اللجنة؟");

        await Eventually.HoldsAsync(async () =>
        {
            var served = (await Scrape.ReadAsync(_host.Client)).Names.Select(name => name.Replace("_bucket", "", StringComparison.Ordinal));
            return !MetricNames.All.Keys.Except(served).Any();
        });
    }

    [Fact]
    public async Task Labels_AreAClosedList()
    {
        await _twilio.Phone(_host, "+966500000001").WhatsAppAsync("متى يطلع قرار اللجنة؟");

        var scrape = await Scrape.ReadAsync(_host.Client);

        Assert.Empty(scrape.LabelNames.Except(["kind", "status", "channel", "outcome", "job", "version", "le"]));
        Assert.Equal(1, scrape[$"kayan_info version=\"{Bot.Observability.Measures.Version}\""]);
    }

    private Task RisesAsync(string series, double from) =>
        Eventually.HoldsAsync(async () => (await Scrape.ReadAsync(_host.Client))[series] > from);
}
