using Kayan.Bot.Incidents;
using Kayan.Bot.Templates;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Templates;

/// <summary>The templates between the code, the provider and WhatsApp.</summary>
public sealed class TemplateSyncTests : IAsyncLifetime
{
    private FakeTwilio _twilio = null!;
    private KayanHost _host = null!;

    private TemplateBook Book => _host.Services.GetRequiredService<TemplateBook>();

    public async Task InitializeAsync()
    {
        _twilio = await FakeTwilio.StartAsync();
        _host = await new KayanHost().With(_twilio).StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [Fact]
    public async Task Sync_Twice_StoresAndSubmitsEachOnce()
    {
        await _host.SyncTemplatesAsync();
        await _host.SyncTemplatesAsync();

        Assert.Equal(TemplateFile.All.Count, _twilio.Contents.Created);
        Assert.Equal(12, _twilio.Contents.Submitted);
        Assert.All(TemplateFile.All, template => Assert.NotNull(Book.Find(template.Name, template.Language)));
    }

    [Fact]
    public async Task Sync_AfterAnAnswerGotLost_DoesNotStoreItAgain()
    {
        _twilio.Contents.LoseAnswers = 1;
        await Assert.ThrowsAsync<ContentApiException>(_host.SyncTemplatesAsync);

        await _host.SyncTemplatesAsync();

        Assert.Equal(TemplateFile.All.Count, _twilio.Contents.Created);
    }

    [Fact]
    public async Task Sync_NotApprovedYet_IsNotUsed()
    {
        _twilio.Contents.FirstState = "received";
        await _host.SyncTemplatesAsync();

        Assert.Null(Book.Find("stage_notice", "ar"));
        Assert.NotNull(Book.Find("list_10", "ar"));
        _twilio.Contents.Decide("stage_notice", "ar", "approved");
        await _host.WatchTemplatesAsync();
        Assert.Equal(_twilio.Contents.Sid("stage_notice", "ar"), Book.Find("stage_notice", "ar")!.Sid);
    }

    [Theory]
    [InlineData("rejected", null, IncidentKind.TemplateRejected)]
    [InlineData("paused", null, IncidentKind.TemplateStopped)]
    [InlineData("disabled", null, IncidentKind.TemplateStopped)]
    [InlineData("approved", "MARKETING", IncidentKind.TemplateMoved)]
    public async Task Watch_WhatWhatsAppDecidesAgainstUs_IsOneIncidentThatClosesByItself(string state, string? category, object kind)
    {
        await _host.SyncTemplatesAsync();
        _twilio.Contents.Decide("rating_request", "ar", state, category, "INVALID_FORMAT");

        await _host.WatchTemplatesAsync();
        await _host.WatchTemplatesAsync();

        var incident = Assert.Single(await IncidentsAsync());
        Assert.Equal(((IncidentKind)kind, "rating_request (ar)", (DateTimeOffset?)null), (incident.Kind, incident.Subject, incident.ClosedAt));
        Assert.Equal(state == "approved", Book.Find("rating_request", "ar") is not null);
        _twilio.Contents.Decide("rating_request", "ar", "approved", "UTILITY");
        await _host.WatchTemplatesAsync();
        Assert.NotNull(Assert.Single(await IncidentsAsync()).ClosedAt);
        Assert.NotNull(Book.Find("rating_request", "ar"));
    }

    [Fact]
    public async Task Watch_IncidentThatSomebodyClosed_StaysClosed()
    {
        await _host.SyncTemplatesAsync();
        _twilio.Contents.Decide("rating_request", "ar", "rejected");
        await _host.WatchTemplatesAsync();
        var log = _host.Services.GetRequiredService<IncidentLog>();
        Assert.True(await log.CloseAsync(Assert.Single(await IncidentsAsync()).Id, "manager@kayan.example", default));

        await _host.WatchTemplatesAsync();

        Assert.Equal("manager@kayan.example", Assert.Single(await IncidentsAsync()).ClosedBy);
        Assert.False(await log.CloseAsync(4711, "x", default));
    }

    private Task<List<Incident>> IncidentsAsync() => _host.DatabaseAsync(db => db.Incidents.AsNoTracking().ToListAsync());
}
