using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Incidents;
using Kayan.Bot.Pipeline;

namespace Kayan.Bot.Tests.Observability;

/// <summary>The figures that come from the database.</summary>
[Collection(Alone.Name)]
public sealed class BacklogTests : IAsyncLifetime
{
    private Waiting _waiting = null!;

    public async Task InitializeAsync() => _waiting = await Waiting.StartAsync(
        host => host.With("FollowUps:From", "09:00").With("FollowUps:Until", "20:00"));

    public async Task DisposeAsync() => await _waiting.DisposeAsync();

    [Theory]
    [InlineData("kayan_inbox_age_seconds")]
    [InlineData("kayan_outbox_age_seconds")]
    [InlineData("kayan_handoff_wait_seconds")]
    [InlineData("kayan_handoffs_waiting")]
    [InlineData("kayan_incidents_open kind=\"provider_down\"")]
    public async Task Gauge_NothingWaits_IsZero(string series) => Assert.Equal(0, await ReadAsync(series));

    [Fact]
    public async Task Inbox_TwoWait_IsTheAgeOfTheOlder()
    {
        await _waiting.ReceivedAsync(TimeSpan.FromSeconds(20));
        await _waiting.ReceivedAsync(TimeSpan.FromSeconds(90));

        Assert.Equal(90, await ReadAsync("kayan_inbox_age_seconds"), 0.01);
    }

    [Fact]
    public async Task Outbox_ReplyIsDue_IsItsAge()
    {
        await _waiting.DueAsync(TimeSpan.FromSeconds(40));

        Assert.Equal(40, await ReadAsync("kayan_outbox_age_seconds"), 0.01);
    }

    [Theory]
    [InlineData("Pending")]
    [InlineData("Claimed")]
    [InlineData("Ambiguous")]
    public async Task Outbox_AnotherOfItsConversationGoesBefore_DoesNotCount(string before)
    {
        await _waiting.DueAsync(TimeSpan.FromMinutes(40), before: Enum.Parse<OutboxState>(before));

        Assert.Equal(0, await ReadAsync("kayan_outbox_age_seconds"));
    }

    [Fact]
    public async Task Outbox_NewsInTheNight_CountsFromTheMorningOn()
    {
        GoTo(3, 0);
        await _waiting.DueAsync(TimeSpan.FromHours(6), MessageClass.Service);

        Assert.Equal(0, await ReadAsync("kayan_outbox_age_seconds"));
        GoTo(9, 1);
        Assert.Equal(60, await ReadAsync("kayan_outbox_age_seconds"), 0.01);
    }

    [Fact]
    public async Task Handoffs_TwoWait_AreCountedWithTheLongestWait()
    {
        await _waiting.WaitsForAHumanAsync(TimeSpan.FromMinutes(3));
        await _waiting.WaitsForAHumanAsync(TimeSpan.FromMinutes(7));

        Assert.Equal(2, await ReadAsync("kayan_handoffs_waiting"));
        Assert.Equal(420, await ReadAsync("kayan_handoff_wait_seconds"), 0.01);
    }

    [Fact]
    public async Task Incidents_OpenAndClosed_AreCountedWhileOpen()
    {
        const string Series = "kayan_incidents_open kind=\"template_rejected\"";
        await _waiting.RaiseAsync(IncidentKind.TemplateRejected);
        Assert.Equal(1, await ReadAsync(Series));

        await _waiting.ResolveAsync(IncidentKind.TemplateRejected);
        Assert.Equal(0, await ReadAsync(Series));
    }

    private async Task<double> ReadAsync(string series) => (await Scrape.ReadAsync(_waiting.Client))[series]!.Value;

    private void GoTo(int hour, int minute)
    {
        var now = _waiting.Clock.GetUtcNow();
        var at = RiyadhTime.At(RiyadhTime.DateOf(now), new TimeOnly(hour, minute));
        _waiting.Clock.SetUtcNow(at > now ? at : at.AddDays(1));
    }
}
